import classes from './ShopMark.module.css'

/** The mark that the wallet card carries as its logo, in the colour of the surrounding text. */
export function ShopMark({ size = 40 }: { size?: number }) {
  return (
    <span className={classes.mark} style={{ width: size, height: size }} aria-hidden>
      <svg width={size} height={size} viewBox="0 0 50 50" fill="currentColor" aria-hidden="true">
        <path d="M23.700 13.800q2.100 10.200 12.300 12.200q-10.200 2-12.300 12.200q-2.100-10.200-12.200-12.200q10.100-2 12.200-12.200z" />
        <path d="M33.500 12.300q.800 3.700 4.500 4.500q-3.700.800-4.500 4.500q-.800-3.700-4.500-4.500q3.700-.800 4.500-4.500z" />
      </svg>
    </span>
  )
}
