import { Button, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useCampaignPreview } from '@/base/api/queries/campaigns'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useTexts } from '@/base/i18n/texts'
import { PhonePicture, type Platform } from '../composer/PhonePicture'
import { useShopCardsWithNews } from '../shopCard/useShopCards'
import { BesidePicture, textOf } from './BesidePicture'
import { type Content, keptOf } from './content'
import { texts } from './previewTexts'
import { TestToMyself } from './TestToMyself'
import { texts as campaignTexts } from './texts'

type Preview = Schemas['CampaignPreview']
type View = 'lock' | 'card' | 'SMS' | 'CHAT' | 'MAIL'
type Member = { id: string; name: string }

const AFTER_TYPING = 300
const CHATS: Schemas['ChannelKind'][] = ['MAX', 'TELEGRAM', 'VK']

/** What one member would get, in the language that they read, by each way that is chosen. */
export function OnMember({ content, member }: { content: Content; member: Member }) {
  const [campaign] = useDebouncedValue(keptOf(content).campaign, AFTER_TYPING)
  const { data, error, refetch } = useCampaignPreview(member.id, campaign)
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return data ? <Seen preview={data} content={content} member={member} /> : <Skeleton h={520} radius="lg" />
}

function Seen({ preview, content, member }: { preview: Preview; content: Content; member: Member }) {
  const t = useTexts(texts)
  const [view, setView] = useState<View>('lock')
  const [testing, setTesting] = useState(false)
  const { kinds, subject } = content.ways
  const views = viewsOf(kinds)
  const shown = views.includes(view) ? view : 'lock'
  const beside = shown !== 'lock' && shown !== 'card'
  const said = preview.said.find(({ by }) => by === (beside ? shown : 'CARD'))
  const instead = said?.parts.filter(({ kind }) => kind === 'INSTEAD').map(({ text }) => text) ?? []
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('view')}
        value={shown}
        onChange={(next) => setView(next as View)}
        data={views.map((one) => ({ value: one, label: t(`view.${one}`) }))}
      />
      {said && beside && <BesidePicture by={shown} said={said} subject={subject} />}
      {said && !beside && <OnPhone preview={preview} text={textOf(said)} view={shown} onView={setView} />}
      <Text fz="sm" role="status">
        <Fate preview={preview} name={member.name} />{' '}
        {instead.length > 0 && t('instead', { words: instead.map((word) => `«${word}»`).join(', ') })}
      </Text>
      {kinds.length > 0 && (
        <Button
          variant="light"
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!content.text.trim()}
          onClick={() => setTesting(true)}
        >
          {t('test')}
        </Button>
      )}
      {testing && <TestToMyself content={content} memberId={member.id} onClose={() => setTesting(false)} />}
    </Stack>
  )
}

/** The card always, and what is said beside it. */
function viewsOf(kinds: Schemas['ChannelKind'][]): View[] {
  return [
    'lock',
    'card',
    ...(kinds.includes('SMS') ? ['SMS' as const] : []),
    ...(kinds.some((kind) => CHATS.includes(kind)) ? ['CHAT' as const] : []),
    ...(kinds.includes('MAIL') ? ['MAIL' as const] : []),
  ]
}

type OnPhoneProps = { preview: Preview; text: string; view: 'lock' | 'card'; onView: (view: View) => void }

function OnPhone({ preview, text, view, onView }: OnPhoneProps) {
  const t = useTexts(texts)
  const [platform, setPlatform] = useState<Platform>('APPLE')
  const shown = text.trim() || t('empty')
  const cards = useShopCardsWithNews({ tier: '', lang: preview.lang, memberId: preview.memberId }, shown)
  return (
    <>
      <SegmentedControl
        aria-label={t('platform')}
        value={platform}
        onChange={(next) => setPlatform(next as Platform)}
        data={[
          { value: 'APPLE', label: 'iPhone' },
          { value: 'GOOGLE', label: 'Android' },
        ]}
      />
      <PhonePicture
        cards={cards}
        platform={platform}
        locked={view === 'lock'}
        text={shown}
        onOpen={() => onView('card')}
      />
    </>
  )
}

/** By what it would come to this member now, or why it would not. */
function Fate({ preview, name }: { preview: Preview; name: string }) {
  const t = useTexts(texts)
  const tc = useTexts(campaignTexts)
  if (preview.way) return t('byWay', { name, way: tc(`way.${preview.way}`) })
  if (preview.byCard) return t('byCard', { name })
  const why = `reason.${preview.skip}` as Parameters<typeof tc>[0]
  return t('nothing', { name, why: tc(why) })
}
