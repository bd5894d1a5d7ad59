import { zodResolver } from '@hookform/resolvers/zod'
import { Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { Controller, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useChangeMember } from '@/base/api/queries/members'
import { toast } from '@/base/components/toast'
import { DateInput } from '@/base/form/DateInput'
import { Form } from '@/base/form/Form'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { texts } from './profileTexts'

type Props = { member: Schemas['MemberDetail']; onReload: () => void; onDone: () => void }

const schema = (t: Translate<typeof texts>) =>
  z.object({
    name: z.string().trim().min(1, t('nameRequired')).max(100),
    phone: z.string().trim().min(1, t('phoneRequired')).max(40),
    email: z.string().trim().max(200),
    birthDate: z.string(),
    locale: z.enum(['ru', 'en']),
  })

type Values = z.infer<ReturnType<typeof schema>>

/** The member's own data in fields. What somebody else changed meanwhile is not overwritten: it is loaded first. */
export function ProfileForm({ member, onReload, onDone }: Props) {
  const t = useTexts(texts)
  const change = useChangeMember(member)
  const form = useForm<Values>({
    resolver: zodResolver(schema(t)),
    defaultValues: {
      name: member.name,
      phone: member.phone,
      email: member.email ?? '',
      birthDate: member.birthDate ?? '',
      locale: member.locale === 'en' ? 'en' : 'ru',
    },
  })
  const refused = change.error instanceof ApiError ? change.error : undefined
  useUnsaved(form.formState.isDirty)
  const stale = refused?.code === 'MEMBER_CHANGED'
  const submit = form.handleSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => {
        toast.success(t('saved'))
        onDone()
      },
    }),
  )
  return (
    <Form
      onSubmit={submit}
      submit={t('save')}
      busy={change.isPending}
      disabled={stale}
      error={refused?.code === 'INVALID_FIELDS' ? undefined : change.error}
      beside={
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <Fields form={form} member={member} refused={refused} />
      {stale && (
        <Button variant="light" onClick={onReload}>
          {t('reload')}
        </Button>
      )}
    </Form>
  )
}

type FieldsProps = Pick<Props, 'member'> & { form: UseFormReturn<Values>; refused: ApiError | undefined }

function Fields({ form, member, refused }: FieldsProps) {
  const t = useTexts(texts)
  const { errors } = form.formState
  const [phone, birthDate] = useWatch({ control: form.control, name: ['phone', 'birthDate'] })
  const field = (name: 'name' | 'phone' | 'email' | 'birthDate') => ({
    ...form.register(name),
    error: errors[name]?.message ?? refused?.fieldError(name),
  })
  return (
    <>
      <TextInput label={t('name')} description={t('nameHint')} maxLength={100} data-autofocus {...field('name')} />
      <TextInput
        label={t('phone')}
        type="tel"
        inputMode="tel"
        maxLength={40}
        description={phone === member.phone ? undefined : t('phoneChanged')}
        {...field('phone')}
      />
      <TextInput label={t('email')} type="email" maxLength={200} {...field('email')} />
      <DateInput
        label={t('birthDate')}
        description={birthDate === (member.birthDate ?? '') ? undefined : t('birthDateHint')}
        value={birthDate}
        onChange={(day) => form.setValue('birthDate', day, { shouldDirty: true })}
        error={field('birthDate').error}
      />
      <Controller
        control={form.control}
        name="locale"
        render={({ field: { value, onChange } }) => (
          <Stack gap={4}>
            <Text size="sm" fw={500} id="member-locale">
              {t('locale')}
            </Text>
            <SegmentedControl
              aria-labelledby="member-locale"
              value={value}
              onChange={onChange}
              data={[
                { value: 'ru', label: t('locale.ru') },
                { value: 'en', label: t('locale.en') },
              ]}
            />
          </Stack>
        )}
      />
    </>
  )
}
