import { Input, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useInviteColleague } from '@/base/api/queries/team'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { type Locale, useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { LinkDialog } from './LinkDialog'
import { type Job, RoleSelect } from './RoleSelect'
import { texts } from './texts'

/** Name, e-mail and role; then the link. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const invite = useInviteColleague()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [job, setJob] = useState<Job>({ role: 'MARKETER', stores: [] })
  const [locale, setLocale] = useState<Locale>(useLocale())
  const [tried, setTried] = useState(false)
  const refused = invite.error instanceof ApiError ? invite.error : undefined
  const noStores = job.role === 'MANAGER' && job.stores.length === 0
  const missing = (value: string) => (tried && !value.trim() ? t('required') : undefined)

  function submit() {
    setTried(true)
    if (name.trim() && email.trim() && !noStores) {
      invite.mutate({ name: name.trim(), email: email.trim(), ...job, locale })
    }
  }

  if (invite.data) return <LinkDialog invited={invite.data} onClose={onClose} />
  return (
    <Dialog onClose={onClose} title={t('inviteTitle')}>
      <Form
        onSubmit={submit}
        submit={t('getLink')}
        busy={invite.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : invite.error}
        wide
      >
        <TextInput
          label={t('name')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={missing(name) ?? refused?.fieldError('name')}
        />
        <TextInput
          label={t('email')}
          type="email"
          maxLength={200}
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={missing(email) ?? refused?.fieldError('email')}
        />
        <RoleSelect value={job} onChange={setJob} error={tried && noStores ? t('chooseStores') : undefined} />
        <Input.Wrapper label={t('language')} labelElement="div">
          <SegmentedControl
            mt={4}
            fullWidth
            aria-label={t('language')}
            value={locale}
            onChange={(value) => setLocale(value as Locale)}
            data={[
              { value: 'ru', label: t('language.ru') },
              { value: 'en', label: t('language.en') },
            ]}
          />
        </Input.Wrapper>
      </Form>
    </Dialog>
  )
}
