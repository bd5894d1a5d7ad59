import { useCardCertificates } from '@/base/api/queries/publicCertificate'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './Certificate.module.css'
import { texts } from './texts'

/** Certificates of the card's member, each leading to its own page. */
export function MyCertificates({ token }: { token: string }) {
  const t = useTexts(texts)
  const f = useFormat()
  const local = useLocalText()
  const items = useCardCertificates(token).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-labelledby="certificates-title">
      <h2 id="certificates-title">{t('mine')}</h2>
      <ul className={classes.mine}>
        {items.map((one) => (
          <li key={one.link}>
            <a href={one.link}>{t('open', { name: local(one.kind), tail: one.tail, rest: f.money(one.rest) })}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
