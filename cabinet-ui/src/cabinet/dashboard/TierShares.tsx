import { Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { TierBadge } from '@/base/components/TierBadge'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import classes from './Dashboard.module.css'
import { texts } from './texts'

type Props = { byTier: Schemas['Summary']['byTier']; total: number }

/** How many members each tier has, with the short way to write to them. */
export function TierShares({ byTier, total }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  return (
    <Panel title={t('byTier')}>
      {!byTier ? (
        <Stack>
          {[1, 2, 3].map((key) => (
            <Skeleton key={key} h={40} radius="md" />
          ))}
        </Stack>
      ) : (
        <ul className={classes.tiers}>
          {byTier.map(({ tier, members }) => {
            const percent = total > 0 ? (members / total) * 100 : 0
            return (
              <li key={tier.id}>
                <div className={classes.tierHead}>
                  <TierBadge tier={tier} />
                  <Group gap="sm" wrap="nowrap">
                    <Text size="sm" span>
                      <b>{f.number(members)}</b> · {f.percent(Math.round(percent))}
                    </Text>
                    <ButtonLink
                      to="/campaigns/new"
                      search={{ tier: tier.id }}
                      size="compact-sm"
                      variant="light"
                      aria-label={t('writeTo', { tier: text(tier.name) })}
                    >
                      {t('write')}
                    </ButtonLink>
                  </Group>
                </div>
                <Progress value={percent} size="sm" radius="xl" aria-label={text(tier.name)} />
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
