import type { Schemas } from '@/base/api/client'
import { useChannels } from '@/base/api/queries/channels'
import { useTexts } from '@/base/i18n/texts'
import { TextLink } from '../layout/links'
import { Line } from './AttentionLines'
import { texts } from './texts'

/** Channels whose vendor refuses the shop's key or its empty account: what is to leave by them waits. */
export function useStoppedChannels(): Schemas['Channel'][] {
  return (useChannels().data?.items ?? []).filter((one) => one.stopped)
}

export function StoppedChannels({ channels }: { channels: Schemas['Channel'][] }) {
  const t = useTexts(texts)
  return (
    <>
      {channels.map(
        ({ kind, stopped }) =>
          stopped && <Line key={kind}>{t(`stopped.${stopped.why}`, { channel: t(`channel.${kind}`) })}</Line>,
      )}
      <TextLink to="/channels" size="sm">
        {t('toChannels')}
      </TextLink>
    </>
  )
}
