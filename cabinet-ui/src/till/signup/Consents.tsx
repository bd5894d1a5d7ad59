import { Anchor, Checkbox, type CheckboxProps, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useShopDetails } from '@/base/api/queries/publicCard'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Asked = 'consentTerms' | 'consentData' | 'consentMessages'

type Props = {
  shopSlug: string
  register: (name: Asked) => CheckboxProps
  errors: Partial<Record<Asked, { message?: string | undefined }>>
}

/** Each is asked by itself; the shop's texts are at hand for who wants to read them. */
export function Consents({ shopSlug, register, errors }: Props) {
  const t = useTexts(texts)
  const details = useShopDetails(shopSlug).data
  const read = (kind: 'terms' | 'privacy') =>
    details?.[kind] && (
      <Anchor href={details[kind].url} target="_blank" rel="noreferrer" size="sm">
        {t(`read.${kind}`)} <VisuallyHidden>{t('newTab')}</VisuallyHidden>
      </Anchor>
    )
  return (
    <Stack gap="xs" role="group" aria-label={t('consents')}>
      <Text size="sm" c="dimmed">
        {t('consentsText')}
      </Text>
      <Checkbox
        label={t('consentTerms')}
        description={read('terms')}
        {...register('consentTerms')}
        error={errors.consentTerms?.message}
      />
      <Checkbox
        label={t('consentData')}
        description={read('privacy')}
        {...register('consentData')}
        error={errors.consentData?.message}
      />
      <Checkbox label={`${t('consentMessages')} (${t('optional')})`} {...register('consentMessages')} />
    </Stack>
  )
}
