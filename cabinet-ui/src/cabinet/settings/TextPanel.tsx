import { Anchor, Button, SegmentedControl, Spoiler, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { type TextKind, usePublishText, useTextVersions } from '@/base/api/queries/shop'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { More } from '@/base/list/More'
import { rowsOf } from '@/base/list/pages'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

type ShopText = Schemas['ShopText']
type Props = { kind: TextKind; current: ShopText | undefined }

/** What customers agree to: the version in force and those before. */
export function TextPanel({ kind, current }: Props) {
  const t = useTexts(texts)
  const [changing, setChanging] = useState(false)
  return (
    <Panel
      title={t(`kind.${kind}`)}
      hint={t('textHint')}
      actions={
        <Button variant="light" onClick={() => setChanging(true)} aria-label={`${t('change')}: ${t(`kind.${kind}`)}`}>
          {t(current ? 'change' : 'publishFirst')}
        </Button>
      }
    >
      {current ? (
        <Stack gap="sm">
          <Version text={current} />
          {current.version > 1 && <Former kind={kind} count={current.version - 1} />}
        </Stack>
      ) : (
        <Text c="dimmed">{t('none')}</Text>
      )}
      {changing && <PublishDialog kind={kind} current={current} onClose={() => setChanging(false)} />}
    </Panel>
  )
}

function Version({ text }: { text: ShopText }) {
  const t = useTexts(texts)
  const local = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('version', { version: text.version, date: f.dateTime(text.publishedAt) })}
        {text.publishedBy && ` · ${text.publishedBy}`}
      </Text>
      {text.url ? (
        <Anchor href={text.url} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
          {text.url}
        </Anchor>
      ) : (
        <Spoiler maxHeight={72} showLabel="…" hideLabel="▴">
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{local(text.text)}</Text>
        </Spoiler>
      )}
    </div>
  )
}

function Former({ kind, count }: { kind: TextKind; count: number }) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  const versions = useTextVersions(kind, open)
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('history', { count })}
      </Button>
      {open &&
        rowsOf(versions)
          ?.slice(1)
          .map((text) => <Version key={text.version} text={text} />)}
      {open && versions.hasNextPage && <More of={versions} />}
    </>
  )
}

function PublishDialog({ kind, current, onClose }: Props & { onClose: () => void }) {
  const t = useTexts(texts)
  const publish = usePublishText(kind)
  const [how, setHow] = useState(current?.text ? 'text' : 'link')
  const [url, setUrl] = useState(current?.url ?? '')
  const [ru, setRu] = useState(current?.text?.ru ?? '')
  const [en, setEn] = useState(current?.text?.en ?? '')
  const refused = publish.error instanceof ApiError ? publish.error : undefined

  function submit() {
    publish.mutate(how === 'link' ? { url } : { text: { ru, en } }, {
      onSuccess: () => {
        toast.success(t('published'))
        onClose()
      },
    })
  }

  return (
    <Dialog onClose={onClose} title={t(`kind.${kind}`)} size="lg">
      <Form
        onSubmit={submit}
        submit={t('publish')}
        busy={publish.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : publish.error}
      >
        <SegmentedControl
          aria-label={t('how')}
          value={how}
          onChange={setHow}
          data={[
            { value: 'link', label: t('byLink') },
            { value: 'text', label: t('byText') },
          ]}
        />
        {how === 'link' ? (
          <TextInput
            label={t('url')}
            inputMode="url"
            maxLength={300}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={refused?.fieldError('url') ?? refused?.fieldError('text.ru')}
          />
        ) : (
          <Bodies ru={ru} en={en} onRu={setRu} onEn={setEn} error={refused?.fieldError('text.ru')} />
        )}
        <Text size="sm" c="dimmed">
          {t('publishNote')}
        </Text>
      </Form>
    </Dialog>
  )
}

type BodiesProps = {
  ru: string
  en: string
  onRu: (text: string) => void
  onEn: (text: string) => void
  error: string | undefined
}

function Bodies({ ru, en, onRu, onEn, error }: BodiesProps) {
  const t = useTexts(texts)
  return (
    <>
      <Textarea
        label={t('textRu')}
        autosize
        minRows={6}
        maxRows={14}
        maxLength={30_000}
        value={ru}
        onChange={(event) => onRu(event.currentTarget.value)}
        error={error}
      />
      <Textarea
        label={t('textEn')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={30_000}
        value={en}
        onChange={(event) => onEn(event.currentTarget.value)}
      />
    </>
  )
}
