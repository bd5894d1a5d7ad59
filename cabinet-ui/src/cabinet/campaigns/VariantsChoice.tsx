import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import { MAX_TEXT } from '../composer/MessageText'
import { smsParts, withoutBraces } from '../composer/smsParts'
import classes from './Campaigns.module.css'
import type { Variant } from './content'
import { texts } from './variantTexts'

const BY = ['any', 'CARD', 'SMS', 'CHAT', 'MAIL'] as const
const LANG = ['any', 'ru', 'en'] as const
const MOST = 8

type Props = { value: Variant[]; onChange: (variants: Variant[]) => void; tail: string; asked: boolean }

/** Other words for some ways and languages; most campaigns have none. */
export function VariantsChoice({ value, onChange, tail, asked }: Props) {
  const t = useTexts(texts)
  const put = (at: number, variant: Variant) => onChange(value.map((one, i) => (i === at ? variant : one)))
  return (
    <Stack gap="md" mt="sm">
      {value.map((variant, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is known by its place
        <fieldset key={i} className={classes.holdOut}>
          <legend>{t('legend', { number: i + 1 })}</legend>
          <One value={variant} onChange={(changed) => put(i, changed)} tail={tail} asked={asked} />
          <Button
            mt={6}
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            {t('remove', { number: i + 1 })}
          </Button>
        </fieldset>
      ))}
      {value.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('fallback')}
        </Text>
      )}
      {value.length < MOST && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...value, { by: 'SMS', text: '' }])}
          >
            {t('add')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

type OneProps = { value: Variant; onChange: (variant: Variant) => void; tail: string; asked: boolean }

function One({ value, onChange, tail, asked }: OneProps) {
  const t = useTexts(texts)
  const said = withoutBraces(value.text) + tail
  const sms = value.by === 'SMS' || !value.by
  return (
    <Stack gap={6}>
      <div className={classes.sentence}>
        <span>{t('for')}</span>
        <Select
          aria-label={t('by')}
          w={170}
          allowDeselect={false}
          data={BY.map((by) => ({ value: by, label: t(`by.${by}`) }))}
          value={value.by ?? 'any'}
          onChange={(by) => onChange({ ...value, by: by === 'any' ? null : ((by as Variant['by']) ?? null) })}
        />
        <span>{t('reads')}</span>
        <Select
          aria-label={t('lang')}
          w={170}
          allowDeselect={false}
          data={LANG.map((lang) => ({ value: lang, label: t(`lang.${lang}`) }))}
          value={value.lang ?? 'any'}
          onChange={(lang) => onChange({ ...value, lang: lang === 'any' ? null : ((lang as Variant['lang']) ?? null) })}
          error={asked && !value.by && !value.lang && t('unchosen')}
        />
      </div>
      <Textarea
        aria-label={t('text')}
        autosize
        minRows={2}
        maxLength={MAX_TEXT}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        error={asked && !value.text.trim() && t('missing')}
        description={`${t('signs', { count: said.length })}${sms && value.text ? `, ${t('parts', { count: smsParts(said) })}` : ''}`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
    </Stack>
  )
}
