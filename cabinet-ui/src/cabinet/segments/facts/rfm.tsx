import { MultiSelect, RangeSlider, Stack, Text } from '@mantine/core'
import { type FormProps, type Kind, said } from '../../condition/kind'
import type { Words } from '../../condition/words'
import { texts } from './texts'

export const GROUPS = ['CHAMPIONS', 'LOYAL', 'NEW', 'AT_RISK', 'LOST', 'OTHERS'] as const
export type RfmGroup = (typeof GROUPS)[number]
const SCORES = ['recency', 'frequency', 'money'] as const
type Rfm = { type: 'rfm'; groups: RfmGroup[] }
type Ends = { [key in `${(typeof SCORES)[number]}${'From' | 'Through'}`]?: number }
type RfmScore = { type: 'rfmScore' } & Ends

export const rfm: Kind<Rfm> = {
  type: 'rfm',
  label: texts.rfm,
  group: texts.groupWhen,
  empty: () => ({ type: 'rfm', groups: ['AT_RISK'] }),
  Form: ({ value, onChange, problems, words }: FormProps<Rfm>) => (
    <Stack gap="xs">
      <MultiSelect
        label={words.say(texts.rfmAny)}
        maw={430}
        value={value.groups}
        data={GROUPS.map((one) => ({ value: one, label: words.say(texts[`group.${one}`]) }))}
        onChange={(next) => onChange({ ...value, groups: GROUPS.filter((one) => next.includes(one)) })}
        error={said(problems, '/groups', words)}
        hidePickedOptions
      />
      {value.groups.map((one) => (
        <Text key={one} size="sm" c="dimmed">
          {words.say(texts[`group.${one}`])} – {words.say(texts[`groupMeans.${one}`])}
        </Text>
      ))}
    </Stack>
  ),
  sentence: (value, words) => words.say(texts.rfmSays, { groups: groups(value, words) }),
  opposite: (value, words) => words.say(texts.rfmNot, { groups: groups(value, words) }),
}

const groups = (value: Rfm, words: Words) =>
  words.or(value.groups.map((one) => words.quote(words.say(texts[`group.${one}`]))))

export const rfmScore: Kind<RfmScore> = {
  type: 'rfmScore',
  label: texts.rfmScore,
  group: texts.groupWhen,
  empty: () => ({ type: 'rfmScore', recencyFrom: 1, recencyThrough: 2, frequencyFrom: 3, frequencyThrough: 5 }),
  Form: ScoreForm,
  sentence: (value, words) => {
    const said = SCORES.filter((score) => from(value, score) > 1 || through(value, score) < 5).map((score) => {
      const [low, high] = [from(value, score), through(value, score)]
      return `${words.say(texts[`score.${score}`])} ${low === high ? low : `${low}–${high}`}`
    })
    return said.length ? words.say(texts.rfmScoreSays, { scores: words.list(said) }) : words.say(texts.rfmScoreAny)
  },
}

const from = (value: Ends, score: (typeof SCORES)[number]) => value[`${score}From`] ?? 1
const through = (value: Ends, score: (typeof SCORES)[number]) => value[`${score}Through`] ?? 5

function ScoreForm({ value, onChange, words }: FormProps<RfmScore>) {
  return (
    <Stack gap="xl" pb="md" maw={430}>
      <Text size="sm" c="dimmed">
        {words.say(texts.rfmScoreHint)}
      </Text>
      {SCORES.map((score) => (
        <div key={score}>
          <Text size="sm" fw={500}>
            {words.say(texts[`score.${score}`])}
          </Text>
          <RangeSlider
            min={1}
            max={5}
            minRange={0}
            step={1}
            marks={[1, 2, 3, 4, 5].map((one) => ({ value: one, label: one }))}
            thumbFromLabel={`${words.say(texts[`score.${score}`])}: ${words.say(texts.least)}`}
            thumbToLabel={`${words.say(texts[`score.${score}`])}: ${words.say(texts.most)}`}
            label={null}
            value={[from(value, score), through(value, score)]}
            onChange={([low, high]) => onChange({ ...value, [`${score}From`]: low, [`${score}Through`]: high })}
          />
        </div>
      ))}
    </Stack>
  )
}
