import { Button, CopyButton, Skeleton, Stack } from '@mantine/core'
import { IconCheck, IconCopy, IconMailbox, IconMessageOff } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useDemo, useMailbox } from '@/base/api/queries/simulator'
import { Brand } from '@/base/components/Brand'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { PlainShell } from '@/base/components/PlainShell'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { Browsers } from './Browsers'
import { Chats, Invited } from './Chats'
import classes from './MailboxPage.module.css'
import { texts } from './texts'

export function MailboxPage() {
  const t = useTexts(texts)
  const mailbox = useMailbox()
  const off = mailbox.error instanceof ApiError && mailbox.error.status === 404
  return (
    <PlainShell
      size={640}
      brand={
        <a className={classes.brand} href="/" aria-label={t('start')}>
          <Brand />
        </a>
      }
    >
      {off ? (
        <EmptyState icon={IconMessageOff} title={t('off')} text={t('offText')} />
      ) : (
        <>
          <PageHeader title={t('title')} hint={t('hint')} />
          {mailbox.error && !mailbox.data && <ErrorNote error={mailbox.error} onRetry={() => void mailbox.refetch()} />}
          {mailbox.isPending && (
            <Stack>
              <Skeleton h={92} radius="lg" />
              <Skeleton h={92} radius="lg" />
            </Stack>
          )}
          <Invited />
          <Chats />
          <Browsers />
          {mailbox.data && <Messages items={mailbox.data.items} />}
        </>
      )}
    </PlainShell>
  )
}

function Messages({ items }: { items: Schemas['MailboxMessage'][] }) {
  const t = useTexts(texts)
  const join = useDemo().data?.pages.join
  if (items.length === 0) {
    return (
      <EmptyState
        icon={IconMailbox}
        title={t('empty')}
        text={t('emptyText')}
        action={
          join && (
            <Button component="a" href={join}>
              {t('join')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <ul className={classes.list} aria-label={t('messages')} aria-live="polite">
      {items.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ul>
  )
}

function Message({ message }: { message: Schemas['MailboxMessage'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  // Digits of an address, its port say, are no code.
  const code = /(?<!\d)\d{4,8}(?!\d)/.exec(message.text.replace(/https?:\S+/g, ''))?.[0]
  const [before, after] = code ? message.text.split(code, 2) : [message.text, '']
  return (
    <li className={`k-panel ${classes.message}`}>
      <p className={classes.head}>
        <strong>{f.phone(message.to)}</strong>
        <time dateTime={message.at}>{f.dateTime(message.at)}</time>
      </p>
      <p className={classes.text}>
        {before}
        {code && <b>{code}</b>}
        {after}
      </p>
      {code && (
        <CopyButton value={code} timeout={2500}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              size="xs"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? t('copied') : t('copyCode', { code })}
            </Button>
          )}
        </CopyButton>
      )}
    </li>
  )
}
