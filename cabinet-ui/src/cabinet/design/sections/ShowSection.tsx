import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import type { Beacon, Path, Place, Relevant } from '../document/document'
import { inputId, useDesignForm, useValue } from '../document/form'
import { Items } from './Items'
import { LocalInput } from './LocalInput'
import { fromPicker, toPicker } from './moments'
import classes from './Sections.module.css'
import { texts } from './texts'

const BARCODES = ['QR', 'AZTEC', 'PDF417', 'CODE128', 'EAN13', 'CODE39', 'CODABAR', 'ITF']
/** Known to newer phones only. */
const NEWER = ['EAN13', 'CODE39', 'CODABAR', 'ITF']

/** The code, and where and when the card comes to the lock screen. */
export function ShowSection() {
  return (
    <>
      <Codes />
      <Places />
      <Beacons />
      <Dates />
    </>
  )
}

function Codes() {
  const t = useTexts(texts)
  const { doc } = useDesignForm()
  return (
    <section aria-label={t('codes')}>
      <h3>{t('codes')}</h3>
      <p className={classes.hint}>{t('codesHint')}</p>
      {doc.barcodes?.includes('EAN13') && <p className={classes.hint}>{t('codesEan')}</p>}
      <Items<string>
        path={['barcodes']}
        most={4}
        name={t('code')}
        fresh={() => BARCODES.find((one) => !(doc.barcodes ?? ['QR']).includes(one)) ?? 'QR'}
      >
        {(path) => <Code path={path} />}
      </Items>
    </section>
  )
}

function Places() {
  const t = useTexts(texts)
  const { doc } = useDesignForm()
  const distance = useValue<number>(['maxDistance'])
  return (
    <section aria-label={t('places')}>
      <h3>{t('places')}</h3>
      <p className={classes.hint}>{t('placesHint')}</p>
      <Items<Place>
        path={['locations']}
        most={10}
        name={t('placeOne')}
        fresh={() => ({ latitude: 55.7558, longitude: 37.6173 })}
      >
        {(path) => (
          <>
            <SimpleGrid cols={2} spacing="sm">
              <Figure path={[...path, 'latitude']} label={t('latitude')} min={-90} max={90} decimals={6} />
              <Figure path={[...path, 'longitude']} label={t('longitude')} min={-180} max={180} decimals={6} />
            </SimpleGrid>
            <LocalInput path={[...path, 'text']} label={t('lockText')} maxLength={100} />
          </>
        )}
      </Items>
      {(doc.locations?.length ?? 0) > 0 && (
        <NumberInput
          mt="sm"
          id={inputId(['maxDistance'])}
          label={t('maxDistance')}
          description={t('maxDistanceHint')}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={distance.value ?? ''}
          error={distance.error}
          onChange={(next) => distance.set(typeof next === 'number' ? next : undefined)}
        />
      )}
    </section>
  )
}

function Beacons() {
  const t = useTexts(texts)
  return (
    <section aria-label={t('beacons')}>
      <h3>{t('beacons')}</h3>
      <p className={classes.hint}>{t('beaconsHint')}</p>
      <Items<Beacon> path={['beacons']} most={10} name={t('beacon')} fresh={() => ({ uuid: '' })}>
        {(path) => (
          <>
            <Word path={[...path, 'uuid']} label="UUID" maxLength={36} />
            <SimpleGrid cols={2} spacing="sm">
              <Figure path={[...path, 'major']} label="Major" min={0} max={65535} />
              <Figure path={[...path, 'minor']} label="Minor" min={0} max={65535} />
            </SimpleGrid>
            <LocalInput path={[...path, 'text']} label={t('lockText')} maxLength={100} />
          </>
        )}
      </Items>
    </section>
  )
}

function Dates() {
  const t = useTexts(texts)
  return (
    <section aria-label={t('dates')}>
      <h3>{t('dates')}</h3>
      <p className={classes.hint}>{t('datesHint')}</p>
      <Items<Relevant> path={['relevantDates']} most={10} name={t('date')} fresh={() => ({ from: tomorrow() })}>
        {(path) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Moment path={[...path, 'from']} label={t('from')} required />
            <Moment path={[...path, 'until']} label={t('until')} />
          </SimpleGrid>
        )}
      </Items>
    </section>
  )
}

function tomorrow(): string {
  const at = new Date(Date.now() + 86_400_000)
  at.setHours(10, 0, 0, 0)
  return at.toISOString().replace('.000Z', 'Z')
}

function Code({ path }: { path: Path }) {
  const t = useTexts(texts)
  const { value, set, error } = useValue<string>(path)
  return (
    <Select
      id={inputId(path)}
      aria-label={t('code')}
      value={value ?? 'QR'}
      error={error}
      data={BARCODES.map((one) => ({ value: one, label: NEWER.includes(one) ? t('codeNewer', { name: one }) : one }))}
      onChange={(next) => next && set(next)}
    />
  )
}

export function Word({ path, label, maxLength }: { path: Path; label: string; maxLength: number }) {
  const { value, set, error } = useValue<string>(path)
  return (
    <TextInput
      id={inputId(path)}
      label={label}
      value={value ?? ''}
      error={error}
      maxLength={maxLength}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}

type FigureProps = { path: Path; label: string; min: number; max: number; decimals?: number }

function Figure({ path, label, min, max, decimals = 0 }: FigureProps) {
  const { value, set, error } = useValue<number>(path)
  return (
    <NumberInput
      id={inputId(path)}
      label={label}
      hideControls
      min={min}
      max={max}
      decimalScale={decimals}
      allowedDecimalSeparators={['.', ',']}
      value={value ?? ''}
      error={error}
      onChange={(next) => set(typeof next === 'number' ? next : undefined)}
    />
  )
}

function Moment({ path, label, required = false }: { path: Path; label: string; required?: boolean }) {
  const { value, set, error } = useValue<string>(path)
  return (
    <TextInput
      id={inputId(path)}
      type="datetime-local"
      label={label}
      required={required}
      value={toPicker(value)}
      error={error}
      onChange={(event) => set(fromPicker(event.currentTarget.value) ?? (required ? '' : undefined))}
    />
  )
}
