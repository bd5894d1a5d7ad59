import { ActionIcon, Group, Stack, Switch, Text } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useSetPhoneProofs } from '@/base/api/queries/channels'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Way = Schemas['ProofWay']
type Props = { proofs: { ways: Way[]; possible: Way[] } }

/** By which ways customers show that a phone is theirs, the first one chosen for them. */
export function ProofPanel({ proofs }: Props) {
  const t = useTexts(texts)
  const set = useSetPhoneProofs()
  const [ways, setWays] = useState(proofs.ways)
  const all = [...ways, ...proofs.possible.filter((way) => !ways.includes(way))]

  function first(way: Way) {
    setWays([way, ...ways.filter((one) => one !== way)])
  }

  return (
    <Panel title={t('proofs')} hint={t('proofsHint')}>
      {all.length === 0 ? (
        <Text>{t('proofsNone')}</Text>
      ) : (
        <Form
          onSubmit={() => set.mutate(ways, { onSuccess: () => toast.success(t('saved')) })}
          submit={t('save')}
          busy={set.isPending}
          error={set.error}
        >
          <Stack gap="xs">
            {all.map((way) => (
              <Group key={way} justify="space-between" wrap="nowrap">
                <Switch
                  label={t(`proof.${way}`)}
                  description={t(`proof.${way}.hint`)}
                  checked={ways.includes(way)}
                  // Somebody has to be able to sign up.
                  disabled={ways.length === 1 && ways[0] === way}
                  onChange={(event) =>
                    setWays(event.currentTarget.checked ? [...ways, way] : ways.filter((one) => one !== way))
                  }
                />
                {ways.includes(way) && ways[0] !== way && (
                  <ActionIcon
                    variant="subtle"
                    size="lg"
                    aria-label={`${t('first')}: ${t(`proof.${way}`)}`}
                    onClick={() => first(way)}
                  >
                    <IconArrowUp size={20} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            ))}
          </Stack>
        </Form>
      )}
    </Panel>
  )
}
