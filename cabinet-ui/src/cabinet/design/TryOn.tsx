import { Anchor, Button, Group, Select, Text } from '@mantine/core'
import { IconDeviceMobileShare } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { type Sample, type SampleCustomer, useMakeSample } from '@/base/api/queries/design'
import { useDemo, usePhones, useTryOnPhone } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useTexts } from '@/base/i18n/texts'
import { useDesignForm } from './document/form'
import { texts } from './texts'

/** What customers begin with here; one who owes bonuses has none. */
const FIRST: Partial<Record<SampleCustomer, number>> = { NEWCOMER: 0, REGULAR: 123_450, TOP: 1_250_000, NEWS: 123_450 }
const STEP = 10_000

/** The unpublished card in a simulated phone; no Apple or Google account is needed. Each time its balance has grown. */
export function TryOn({ sample }: { sample: Sample }) {
  const t = useTexts(texts)
  const { doc, problems } = useDesignForm()
  const demo = useDemo()
  const phones = usePhones(demo.isSuccess)
  const [chosen, setChosen] = useState<string | null>(null)
  const make = useMakeSample()
  const tryOn = useTryOnPhone()
  const times = useRef(0)
  const items = phones.data?.items ?? []
  const phone = items.find((one) => one.id === chosen) ?? items[0]
  if (!demo.data || !phone) return null

  async function send(phoneId: string) {
    const first = FIRST[sample.customer]
    const balance = first === undefined ? undefined : first + STEP * times.current
    const preview = await make.mutateAsync({ ...sample, document: doc, balance }).catch(() => {})
    if (!preview) return
    times.current += 1
    tryOn.mutate({ phoneId, preview })
  }
  const error = make.error ?? tryOn.error
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          flex={1}
          label={t('tryOn')}
          value={phone.id}
          data={items.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setChosen}
        />
        <Button
          variant="light"
          leftSection={<IconDeviceMobileShare size={18} aria-hidden />}
          disabled={problems.length > 0}
          loading={make.isPending || tryOn.isPending}
          onClick={() => void send(phone.id)}
        >
          {t('tryOnSend')}
        </Button>
      </Group>
      <Text role="status" fz="sm" c="dimmed" mt={6}>
        {tryOn.isSuccess ? t('tryOnDone') : t('tryOnHint')}{' '}
        {tryOn.isSuccess && (
          <Anchor
            href={`${demo.data.pages.phone}#${phone.id}`}
            target="_blank"
            rel="noopener"
            fz="sm"
            underline="always"
          >
            {t('tryOnLook')}
          </Anchor>
        )}
      </Text>
      {error && <ErrorNote error={error} />}
    </div>
  )
}
