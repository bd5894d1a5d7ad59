import { SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useRfm } from '@/base/api/queries/rfm'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { TextLink } from '../../layout/links'
import { GROUPS } from '../facts/rfm'
import { texts as factTexts } from '../facts/texts'
import classes from './Rfm.module.css'
import { texts } from './texts'

const SCORES = [1, 2, 3, 4, 5]
const PERIODS = [7, 30, 90]
type Scores = Schemas['RfmScores']

/** How members buy: whom there is to please, to keep and to win back, and who moved. */
export default function RfmPage() {
  const t = useTexts(texts)
  const [days, setDays] = useState(30)
  const { data, error, refetch } = useRfm(days)
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        above={
          <TextLink to="/segments" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={
          <SegmentedControl
            aria-label={t('since')}
            value={String(days)}
            onChange={(next) => setDays(Number(next))}
            data={PERIODS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
          />
        }
      />
      {error && !data ? (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton h={320} radius="lg" />
      ) : data.cells.length === 0 ? (
        <Panel>
          <Text>{t('none')}</Text>
        </Panel>
      ) : (
        <Stack gap="md">
          <Groups scores={data} />
          <Matrix cells={data.cells} />
          <Moves scores={data} />
        </Stack>
      )}
    </>
  )
}

const members = (of: readonly { members: number }[]) => of.reduce((all, one) => all + one.members, 0)

function Groups({ scores: { groups, moves, before } }: { scores: Scores }) {
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  const f = useFormat()
  return (
    <Panel title={t('groups')} hint={before ? t('groupsHint', { day: f.date(before) }) : t('noPast')}>
      <ul className={classes.groups}>
        {GROUPS.map((group) => (
          <li key={group}>
            <TextLink to="/members" search={{ when: { type: 'rfm', groups: [group] } }} fw={650} underline="always">
              {fact(`group.${group}`)}
            </TextLink>
            <Text>
              <b>{f.number(members(groups.filter((one) => one.group === group)))}</b>{' '}
              {before && t('was', { count: f.number(members(moves.filter((move) => move.was === group))) })}
            </Text>
            <Text size="sm" c="dimmed">
              {fact(`groupMeans.${group}`)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Recency by frequency, each cell the list of its members. */
function Matrix({ cells }: { cells: Scores['cells'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const most = Math.max(...cells.map((cell) => cell.members))
  return (
    <Panel title={t('matrix')} hint={t('matrixHint')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('frequencyBelow')}</th>
            {SCORES.map((recency) => (
              <th key={recency} scope="col">
                {t(`recency.${recency as 1 | 2 | 3 | 4 | 5}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...SCORES].reverse().map((frequency) => (
            <tr key={frequency}>
              <th scope="row">{t(`frequency.${frequency as 1 | 2 | 3 | 4 | 5}`)}</th>
              {SCORES.map((recency) => {
                const count = members(cells.filter((one) => one.recency === recency && one.frequency === frequency))
                const share = Math.round((count / most) * 100)
                return (
                  <td
                    key={recency}
                    style={{ background: `color-mix(in srgb, var(--mantine-color-pine-4) ${share / 2}%, transparent)` }}
                  >
                    {count === 0 ? (
                      '–'
                    ) : (
                      <TextLink
                        to="/members"
                        search={{
                          when: {
                            type: 'rfmScore',
                            recencyFrom: recency,
                            recencyThrough: recency,
                            frequencyFrom: frequency,
                            frequencyThrough: frequency,
                          },
                        }}
                        underline="always"
                        c="inherit"
                      >
                        {f.number(count)}
                      </TextLink>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Who was in another group then. */
function Moves({ scores: { moves, before } }: { scores: Scores }) {
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  const f = useFormat()
  const moved = moves.filter(({ was, became }) => was !== became)
  if (!before) return null
  const name = (group: Schemas['RfmGroup'] | null | undefined, none: string) => (group ? fact(`group.${group}`) : none)
  return (
    <Panel title={t('moves')} hint={t('movesHint', { day: f.date(before) })}>
      {moved.length === 0 ? (
        <Text>{t('nobodyMoved')}</Text>
      ) : (
        <ul className={classes.moves}>
          {moved.map((move) => (
            <li key={`${move.was}-${move.became}`}>
              {name(move.was, t('noGroupWas'))} → {name(move.became, t('noGroupNow'))}: <b>{f.number(move.members)}</b>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
