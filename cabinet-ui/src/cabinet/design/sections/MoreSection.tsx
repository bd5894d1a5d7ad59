import { SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import type { Action, Path } from '../document/document'
import { inputId, useValue } from '../document/form'
import { Items } from './Items'
import { LocalInput } from './LocalInput'
import classes from './Sections.module.css'
import { Word } from './ShowSection'
import { texts } from './texts'
import { ValiditySection } from './ValiditySection'

const ACTIONS = ['viewOffersRewards', 'addToBalance', 'membershipBenefits', 'shop', 'order', 'call', 'place'] as const

/** Names, the style, buttons, sharing and tapping. */
export function MoreSection() {
  const t = useTexts(texts)
  const style = useValue<string>(['style'])
  return (
    <>
      <section aria-label={t('names')}>
        <h3>{t('names')}</h3>
        <Stack gap="md">
          <LocalInput path={['logoText']} label={t('logoText')} hint={t('logoTextHint')} maxLength={100} template />
          <LocalInput
            path={['description']}
            label={t('description')}
            hint={t('descriptionHint')}
            maxLength={200}
            template
            required
          />
        </Stack>
      </section>
      <section aria-label={t('style')}>
        <h3>{t('style')}</h3>
        <p className={classes.hint}>{t('styleHint')}</p>
        <SegmentedControl
          aria-label={t('style')}
          value={style.value ?? 'storeCard'}
          onChange={style.set}
          data={[
            { value: 'storeCard', label: t('style.storeCard') },
            { value: 'poster', label: t('style.poster') },
          ]}
        />
      </section>
      <ValiditySection />
      <section aria-label={t('actions')}>
        <h3>{t('actions')}</h3>
        <p className={classes.hint}>{t('actionsHint')}</p>
        <Items<Action>
          path={['actions']}
          most={2}
          name={t('action')}
          fresh={() => ({ id: `action-${Date.now() % 100_000}`, type: 'shop', url: '' })}
        >
          {(path) => (
            <>
              <ActionType path={[...path, 'type']} />
              <Word path={[...path, 'url']} label={t('address')} maxLength={500} />
            </>
          )}
        </Items>
      </section>
      <section aria-label={t('permissions')}>
        <h3>{t('permissions')}</h3>
        <Stack gap="md">
          <Flag path={['sharing']} label={t('sharing')} hint={t('sharingHint')} />
          <Flag path={['nfc']} label={t('nfc')} hint={t('nfcHint')} />
        </Stack>
      </section>
    </>
  )
}

function ActionType({ path }: { path: Path }) {
  const t = useTexts(texts)
  const { value, set, error } = useValue<string>(path)
  return (
    <Select
      id={inputId(path)}
      label={t('actionType')}
      value={value ?? 'shop'}
      error={error}
      data={ACTIONS.map((one) => ({ value: one, label: t(`action.${one}`) }))}
      onChange={(next) => next && set(next)}
    />
  )
}

function Flag({ path, label, hint }: { path: Path; label: string; hint: string }) {
  const { value, set, error } = useValue<boolean>(path)
  return (
    <div>
      <Switch
        id={inputId(path)}
        label={label}
        description={hint}
        checked={value ?? false}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {error && (
        <Text role="alert" fz="sm" c="var(--k-danger-text)">
          {error}
        </Text>
      )}
    </div>
  )
}
