import { useShopDetails } from '@/base/api/queries/publicCard'
import { useTexts } from '@/base/i18n/texts'
import classes from './Agreed.module.css'
import { texts } from './texts'

/** The shop's text that a consent is about, on a page of its own. */
export function Agreed({ slug, kind }: { slug: string; kind: 'terms' | 'privacy' }) {
  const t = useTexts(texts)
  const link = useShopDetails(slug).data?.[kind]
  if (!link) return null
  return (
    <p className={classes.agreed}>
      <a href={link.url} target="_blank" rel="noreferrer">
        {t(`read.${kind}`)} <span className="k-visually-hidden">{t('newTab')}</span>
      </a>
    </p>
  )
}
