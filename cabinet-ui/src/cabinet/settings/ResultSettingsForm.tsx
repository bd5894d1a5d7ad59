import { NumberInput, Skeleton, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useChangeResultSettings, useResultSettings } from '@/base/api/queries/results'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './resultTexts'

/** How it is judged what campaigns bring; customers see nothing of it. */
export function ResultSettingsForm() {
  const settings = useResultSettings()
  if (settings.data) return <Fields settings={settings.data} />
  if (settings.error) return <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
  return <Skeleton h={260} radius="lg" />
}

function Fields({ settings }: { settings: Schemas['ResultSettings'] }) {
  const t = useTexts(texts)
  const save = useChangeResultSettings()
  const [margin, setMargin] = useState<string | number>(settings.marginPercent ?? '')
  const [held, setHeld] = useState<string | number>(settings.globalHoldOutPercent)
  const refused = save.error instanceof ApiError ? save.error : undefined

  function submit() {
    save.mutate(
      {
        globalHoldOutPercent: typeof held === 'number' ? held : 0,
        marginPercent: typeof margin === 'number' ? margin : null,
      },
      { onSuccess: () => toast.success(t('saved')) },
    )
  }

  return (
    <Panel title={t('title')} hint={t('hint')}>
      <Form
        onSubmit={submit}
        submit={t('save')}
        busy={save.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : save.error}
      >
        <Stack gap="md">
          <Percent
            label={t('margin')}
            description={t('marginHint')}
            range={[1, 100]}
            value={margin}
            onChange={setMargin}
            error={refused?.fieldError('marginPercent')}
          />
          <Percent
            label={t('global')}
            description={t('globalHint')}
            range={[0, 10]}
            value={held}
            onChange={setHeld}
            error={refused?.fieldError('globalHoldOutPercent')}
          />
        </Stack>
      </Form>
    </Panel>
  )
}

type PercentProps = {
  label: string
  description: string
  range: [number, number]
  value: string | number
  onChange: (value: string | number) => void
  error?: string
}

function Percent({ range: [min, max], ...input }: PercentProps) {
  return (
    <NumberInput
      size="md"
      maw={420}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      suffix=" %"
      {...input}
    />
  )
}
