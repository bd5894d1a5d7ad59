import { zodResolver } from '@hookform/resolvers/zod'
import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { QrCode } from '@/base/components/QrCode'
import { useLocale } from '@/base/i18n/locale'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { useSignUpMember } from '../api/queries'
import { texts } from '../texts'

type Props = { onClose: () => void; onContinue: (phone: string) => void }

const schema = (t: Translate<typeof texts>) =>
  z.object({
    phone: z.string().refine((phone) => phone.replace(/\D/g, '').length >= 10, t('phoneWrong')),
    name: z.string().trim().min(1, t('nameRequired')).max(100),
    birthDate: z.string(),
    consentTerms: z.boolean().refine((given) => given, t('termsRequired')),
    consentMessages: z.boolean(),
  })

type Form = z.infer<ReturnType<typeof schema>>

/** A customer without a card: phone and name here, the card by QR code on their own phone. */
export function NewMember({ onClose, onContinue }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const signUp = useSignUpMember()
  const [key, setKey] = useState(newIdempotencyKey)
  const form = useForm<Form>({
    resolver: zodResolver(schema(t)),
    defaultValues: { phone: '', name: '', birthDate: '', consentTerms: false, consentMessages: false },
  })
  const { errors } = form.formState
  const refused = signUp.error instanceof ApiError ? signUp.error : undefined

  const submit = form.handleSubmit(({ birthDate, ...rest }) =>
    signUp.mutate(
      { key, body: { ...rest, locale, ...(birthDate ? { birthDate } : {}) } },
      { onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()) },
    ),
  )

  return (
    <Modal opened onClose={onClose} title={t('newMember')} closeButtonProps={{ 'aria-label': t('close') }}>
      {signUp.data ? (
        <CardReady done={signUp.data} onContinue={() => onContinue(form.getValues('phone'))} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <Text size="sm" c="dimmed">
              {t('signUpText')}
            </Text>
            <TextInput
              label={t('phone')}
              type="tel"
              size="md"
              placeholder="+7 912 345-67-89"
              autoComplete="off"
              data-autofocus
              {...form.register('phone')}
              error={errors.phone?.message ?? refused?.fieldError('phone')}
            />
            <TextInput
              label={t('name')}
              size="md"
              autoComplete="off"
              {...form.register('name')}
              error={errors.name?.message ?? refused?.fieldError('name')}
            />
            <TextInput
              label={`${t('birthDate')} (${t('optional')})`}
              type="date"
              size="md"
              {...form.register('birthDate')}
              error={refused?.fieldError('birthDate')}
            />
            <Checkbox
              label={t('consentTerms')}
              {...form.register('consentTerms')}
              error={errors.consentTerms?.message}
            />
            <Checkbox label={t('consentMessages')} {...form.register('consentMessages')} />
            {signUp.error && <ErrorNote error={signUp.error} />}
            <Button type="submit" size="md" loading={signUp.isPending}>
              {t('create')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function CardReady({ done, onContinue }: { done: Schemas['SignUpDone']; onContinue: () => void }) {
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
      <QrCode value={done.cardUrl} label={t('cardQr')} size={260} />
      <Text ta="center" maw={340}>
        {t('cardQrText')}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} ta="center">
        {done.cardUrl}
      </Text>
      <Group w="100%" grow>
        <Button onClick={onContinue} size="md" data-autofocus>
          {t('continueSale')}
        </Button>
      </Group>
    </Stack>
  )
}
