import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useOpeningTemplates } from '@/base/api/queries/operator'
import { Panel } from '@/base/components/Panel'
import { zoneChoices } from '@/base/format/zones'
import { isLocale, type Locale, useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './Operator.module.css'
import { texts } from './texts'

export type Draft = {
  name: string
  slug: string
  descriptionRu: string
  descriptionEn: string
  zone: string
  locale: Locale
  store: string
  /** null: the simple one. */
  template: string | null
  ownerName: string
  email: string
}

type Props = {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  /** What the service said against a field, by its name there. */
  errorOf: (field: string) => string | undefined
}

export function ShopFields(props: Props) {
  const t = useTexts(texts)
  const { draft, onChange, errorOf } = props
  return (
    <Panel title={t('aboutShop')}>
      <Stack>
        <div className={classes.columns}>
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            withAsterisk
            maxLength={100}
            autoFocus
            value={draft.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
            error={errorOf('name')}
          />
          <TextInput
            label={t('slug')}
            description={t('slugHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            withAsterisk
            maxLength={40}
            leftSection={<Text size="sm">/join/</Text>}
            leftSectionWidth={52}
            spellCheck={false}
            autoCapitalize="off"
            value={draft.slug}
            onChange={(event) => onChange({ slug: event.currentTarget.value })}
            error={errorOf('slug')}
          />
        </div>
        <Promises {...props} />
        <Place {...props} />
      </Stack>
    </Panel>
  )
}

function Promises({ draft, onChange, errorOf }: Props) {
  const t = useTexts(texts)
  return (
    <div>
      <div className={classes.columns}>
        <Textarea
          label={t('descriptionRu')}
          autosize
          minRows={2}
          maxLength={500}
          value={draft.descriptionRu}
          onChange={(event) => onChange({ descriptionRu: event.currentTarget.value })}
          error={errorOf('description.ru')}
        />
        <Textarea
          label={t('descriptionEn')}
          autosize
          minRows={2}
          maxLength={500}
          value={draft.descriptionEn}
          onChange={(event) => onChange({ descriptionEn: event.currentTarget.value })}
          error={errorOf('description.en')}
        />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {t('descriptionHint')}
      </Text>
    </div>
  )
}

function Place({ draft, onChange, errorOf }: Props) {
  const t = useTexts(texts)
  const reader = useLocale()
  const zones = useMemo(() => zoneChoices(reader, new Date()), [reader])
  return (
    <div className={classes.columns}>
      <Select
        label={t('zone')}
        data={zones}
        searchable
        allowDeselect={false}
        value={draft.zone}
        onChange={(zone) => zone && onChange({ zone })}
        error={errorOf('zone')}
      />
      <Select
        label={t('language')}
        allowDeselect={false}
        data={[
          { value: 'ru', label: t('ru') },
          { value: 'en', label: t('en') },
        ]}
        value={draft.locale}
        onChange={(locale) => isLocale(locale) && onChange({ locale })}
        error={errorOf('locale')}
      />
      <TextInput
        label={t('storeName')}
        description={t('storeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={100}
        value={draft.store}
        onChange={(event) => onChange({ store: event.currentTarget.value })}
        error={errorOf('store.name')}
      />
    </div>
  )
}

const SIMPLE = 'simple'

export function ProgramFields({ draft, onChange, errorOf }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const ready = useOpeningTemplates().data?.items ?? []
  const chosen = ready.find((template) => template.id === draft.template)
  return (
    <Panel title={t('rules')}>
      <Stack gap="sm">
        <Select
          label={t('template')}
          allowDeselect={false}
          data={[
            { value: SIMPLE, label: t('starter') },
            ...ready.map((template) => ({ value: template.id, label: text(template.name) })),
          ]}
          value={draft.template ?? SIMPLE}
          onChange={(template) => onChange({ template: template === SIMPLE ? null : template })}
          error={errorOf('template')}
        />
        <Text size="sm">{chosen ? text(chosen.about) : t('starterText')}</Text>
        {chosen && (
          <Text size="sm" c="dimmed" component="ul" m={0} pl="md">
            {chosen.tiers.map((tier) => (
              <li key={tier.id}>
                {t('tierLine', { name: text(tier.name), earn: tier.earnPercent ?? 0, spend: tier.spendPercent ?? 0 })}
              </li>
            ))}
          </Text>
        )}
      </Stack>
    </Panel>
  )
}

export function OwnerFields({ draft, onChange, errorOf }: Props) {
  const t = useTexts(texts)
  return (
    <Panel title={t('owner')}>
      <div className={classes.columns}>
        <TextInput
          label={t('ownerName')}
          withAsterisk
          maxLength={100}
          value={draft.ownerName}
          onChange={(event) => onChange({ ownerName: event.currentTarget.value })}
          error={errorOf('owner.name')}
        />
        <TextInput
          label={t('email')}
          description={t('emailHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          type="email"
          maxLength={200}
          value={draft.email}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
          error={errorOf('owner.email')}
        />
      </div>
    </Panel>
  )
}
