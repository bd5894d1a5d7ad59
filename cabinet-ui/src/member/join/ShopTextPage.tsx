import { IconFileText } from '@tabler/icons-react'
import { useEffect } from 'react'
import { ApiError } from '@/base/api/problem'
import { useShop, useShopText } from '@/base/api/queries/publicCard'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { colorStyle } from '../light/colorStyle'
import { ErrorLine } from '../light/ErrorLine'
import { Message } from '../light/Message'
import { Shell } from '../light/Shell'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import classes from './ShopTextPage.module.css'
import { texts } from './texts'

type Props = { slug: string; kind: 'terms' | 'privacy' }

/** What is agreed to, to be read. */
export function ShopTextPage({ slug, kind }: Props) {
  const t = useTexts(texts)
  const local = useLocalText()
  const named = useShopName()
  const f = useFormat()
  const shop = useShop(slug).data
  const text = useShopText(slug, kind)
  const title = t(`read.${kind}`)
  useEffect(() => {
    document.title = title
  }, [title])
  if (text.error instanceof ApiError && text.error.status === 404) {
    return (
      <Shell>
        <Message title={t('textMissing')} text={t('textMissingText')} icon={<IconFileText size={30} />} />
      </Shell>
    )
  }
  return (
    <Shell style={colorStyle(shop?.color)}>
      {text.error && <ErrorLine error={text.error} onRetry={() => void text.refetch()} />}
      <article className={classes.text} aria-busy={text.isPending}>
        <h1>{title}</h1>
        {text.data && (
          <p className={ui.muted}>{[shop && named(shop), f.date(text.data.publishedAt)].filter(Boolean).join(' · ')}</p>
        )}
        {text.data?.url && <a href={text.data.url}>{text.data.url}</a>}
        <div className={classes.body}>{local(text.data?.text)}</div>
      </article>
    </Shell>
  )
}
