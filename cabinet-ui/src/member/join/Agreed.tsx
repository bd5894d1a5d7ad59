import { useShopDetails } from '@/base/api/queries/publicCard'
import { useTexts } from '@/base/i18n/texts'
import classes from './Agreed.module.css'
import { texts } from './texts'

/** The texts that the consents are about, each on a page of its own. */
export function Agreed({ slug }: { slug: string }) {
  const t = useTexts(texts)
  const details = useShopDetails(slug).data
  const links = (['terms', 'privacy'] as const).flatMap((kind) => {
    const link = details?.[kind]
    return link ? [{ kind, url: link.url }] : []
  })
  if (links.length === 0) return null
  return (
    <p className={classes.agreed}>
      {links.map(({ kind, url }) => (
        <a key={kind} href={url} target="_blank" rel="noreferrer">
          {t(`read.${kind}`)} <span className="k-visually-hidden">{t('newTab')}</span>
        </a>
      ))}
    </p>
  )
}
