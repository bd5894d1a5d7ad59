import classes from './EndSelect.module.css'

type Props = {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** "From" or "over", in front of an amount inside its field; Mantine's select cannot stand in another field. */
export function EndSelect({ label, value, options, onChange }: Props) {
  return (
    <select
      className={classes.end}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
