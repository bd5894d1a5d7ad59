import { zodResolver } from '@hookform/resolvers/zod'
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { z } from 'zod'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { QrCode } from '@/base/components/QrCode'
import { Dialog } from '@/base/dialog/Dialog'
import { DateInput } from '@/base/form/DateInput'
import { formatPhone } from '@/base/format/format'
import { useLocale } from '@/base/i18n/locale'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { useSignUpMember, useStartSignUp } from '../api/queries'
import { register } from '../api/registerClient'
import { CodeForm } from '../code/CodeForm'
import { type SentCode, sentCode } from '../code/code'
import { SendCode } from '../code/SendCode'
import { Consents } from './Consents'
import { texts } from './texts'

type Props = { shopSlug: string; phone: string; onClose: () => void; onContinue: (phone: string) => void }
type Started = SentCode & { signUpId: string }

const schema = (t: Translate<typeof texts>) =>
  z.object({
    phone: z.string().refine((phone) => phone.replace(/\D/g, '').length >= 10, t('phoneWrong')),
    name: z.string().trim().min(1, t('nameRequired')).max(100),
    birthDate: z.string(),
    consentTerms: z.boolean().refine((given) => given, t('consentRequired')),
    consentData: z.boolean().refine((given) => given, t('consentRequired')),
    consentMessages: z.boolean(),
    inviteCode: z.string(),
  })

type Form = z.infer<ReturnType<typeof schema>>

/**
 * A customer without a card: phone and name here, a code proves the phone, the card goes by QR code to it. Where no message
 * arrives the cashier answers for the phone.
 */
export default function NewMember({ shopSlug, phone, onClose, onContinue }: Props) {
  const t = useTexts(texts)
  const form = useForm<Form>({
    resolver: zodResolver(schema(t)),
    defaultValues: {
      phone: formatPhone(phone).replaceAll('\u00a0', ' '),
      name: '',
      birthDate: '',
      consentTerms: false,
      consentData: false,
      consentMessages: false,
      inviteCode: '',
    },
  })
  const signUp = useSignUp(shopSlug)
  const { started, done, start } = signUp
  const sendCode = form.handleSubmit(signUp.sendCode)

  return (
    <Dialog onClose={onClose} title={t('newMember')} unsaved={form.formState.isDirty && !done}>
      {done ? (
        <CardReady done={done} onContinue={() => onContinue(form.getValues('phone'))} />
      ) : started ? (
        <Stack>
          <CodeForm
            key={started.resendAt}
            sent={started}
            confirm={(code) => register.confirmSignUp(started.signUpId, code)}
            onProven={signUp.setDone}
          />
          <SendCode send={start} sent={started} onSend={() => void sendCode()} />
          <Group justify="center">
            <Button variant="subtle" onClick={signUp.back}>
              {t('signUpBack')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={sendCode} noValidate>
          <Stack>
            <Fields shopSlug={shopSlug} form={form} error={signUp.error} />
            <Button type="submit" size="md" loading={start.isPending} disabled={signUp.creating}>
              {t('signUpSend')}
            </Button>
            <Button
              variant="subtle"
              loading={signUp.creating}
              disabled={start.isPending}
              onClick={() => void form.handleSubmit(signUp.create)()}
            >
              {t('signUpWithoutCode')}
            </Button>
          </Stack>
        </form>
      )}
    </Dialog>
  )
}

/** The way from what was filled in to the card: by a code that proves the phone, or at once on the cashier's word. */
function useSignUp(shopSlug: string) {
  const locale = useLocale()
  const signUp = useSignUpMember()
  const start = useStartSignUp(shopSlug)
  const [key, setKey] = useState(newIdempotencyKey)
  const [started, setStarted] = useState<Started | null>(null)
  const [done, setDone] = useState<Schemas['TillSignUpDone'] | null>(null)
  const bodyOf = ({ birthDate, inviteCode, ...rest }: Form) => ({
    ...rest,
    locale,
    ...(birthDate ? { birthDate } : {}),
    ...(inviteCode.trim() ? { inviteCode: inviteCode.trim() } : {}),
  })

  function sendCode(given: Form) {
    signUp.reset()
    start.mutate(bodyOf(given), {
      onSuccess: ({ signUpId, phone, expiresAt, resendAfterSeconds = 60 }) =>
        setStarted(sentCode({ signUpId, phone, expiresAt, resendAfterSeconds }, Date.now())),
    })
  }
  function create(given: Form) {
    start.reset()
    signUp.mutate(
      { key, body: bodyOf(given) },
      { onSuccess: setDone, onError: (why) => !isRetryable(why) && setKey(newIdempotencyKey()) },
    )
  }
  const error = start.error ?? signUp.error
  const back = () => setStarted(null)
  return { start, started, sendCode, back, create, creating: signUp.isPending, done, setDone, error }
}

function Fields({ shopSlug, form, error }: { shopSlug: string; form: UseFormReturn<Form>; error: Error | null }) {
  const t = useTexts(texts)
  const { errors } = form.formState
  const refused = error instanceof ApiError ? error : undefined
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('signUpText')}
      </Text>
      <TextInput
        label={t('phone')}
        type="tel"
        size="md"
        placeholder="+7 912 345-67-89"
        autoComplete="off"
        {...(form.formState.defaultValues?.phone ? {} : { 'data-autofocus': true })}
        {...form.register('phone')}
        error={errors.phone?.message ?? refused?.fieldError('phone')}
      />
      <TextInput
        label={t('name')}
        size="md"
        autoComplete="off"
        {...(form.formState.defaultValues?.phone ? { 'data-autofocus': true } : {})}
        {...form.register('name')}
        error={errors.name?.message ?? refused?.fieldError('name')}
      />
      <DateInput
        label={`${t('birthDate')} (${t('optional')})`}
        size="md"
        value={form.watch('birthDate')}
        onChange={(day) => form.setValue('birthDate', day)}
        error={refused?.fieldError('birthDate')}
      />
      <TextInput
        label={`${t('inviteCode')} (${t('optional')})`}
        size="md"
        maxLength={300}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        {...form.register('inviteCode')}
      />
      <Consents shopSlug={shopSlug} register={form.register} errors={errors} />
      {error && <ErrorNote error={error} />}
    </>
  )
}

function CardReady({ done, onContinue }: { done: Schemas['TillSignUpDone']; onContinue: () => void }) {
  const t = useTexts(texts)
  return (
    <Stack align="center" role="status">
      {done.created ? (
        <Text fw={700} fz="lg">
          {t('cardReady')}
        </Text>
      ) : (
        <Alert color="honey" title={t('cardExisted')} w="100%" />
      )}
      {done.invite && (
        <Text ta="center">{t(done.invite.reason ? `invite.${done.invite.reason}` : 'invite.taken')}</Text>
      )}
      {done.cardUrl ? (
        <>
          <QrCode value={done.cardUrl} label={t('cardQr')} size={260} />
          <Text ta="center" maw={340}>
            {t('cardQrText')}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} ta="center">
            {done.cardUrl}
          </Text>
        </>
      ) : (
        <Text ta="center" maw={340}>
          {t('cardExistedText')}
        </Text>
      )}
      <Group w="100%" grow>
        <Button onClick={onContinue} size="md" data-autofocus>
          {t('continueSale')}
        </Button>
      </Group>
    </Stack>
  )
}
