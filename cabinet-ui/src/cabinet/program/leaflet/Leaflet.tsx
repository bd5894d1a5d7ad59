import { Stack, Text } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import type { ProgramDoc } from '../document/program'
import { rulesOf } from '../document/rules'
import { DiscountsForm } from '../sections/DiscountsForm'
import { EarningForm } from '../sections/EarningForm'
import { LifeForm } from '../sections/LifeForm'
import { NameForm } from '../sections/NameForm'
import { ReferralForm } from '../sections/ReferralForm'
import { ReturnsForm } from '../sections/ReturnsForm'
import { SignUpForm } from '../sections/SignUpForm'
import { SpendingForm } from '../sections/SpendingForm'
import { TierPolicyForm } from '../sections/TierPolicyForm'
import { AddRule } from './AddRule'
import {
  discountSentences,
  earningSentences,
  lifeSentences,
  referralSentences,
  returnSentences,
  signUpSentence,
  spendingSentences,
} from './bonuses'
import { texts } from './pageTexts'
import type { PartProps } from './part'
import { RuleList } from './RuleList'
import { Section } from './Section'
import { TierList } from './TierList'
import { tierPolicySentences } from './tiers'

/** The program as the shop's own leaflet says it, one sentence per thing. */
export function Leaflet(props: PartProps & { colors: ReadonlyMap<string, string> }) {
  const t = useTexts(texts)
  const { doc, words, edit } = props
  return (
    <Stack gap="md">
      {edit && (
        <Section
          {...props}
          title={t('name')}
          sentences={nameSentences(doc)}
          parts={['/name', '/kind', '/zone']}
          Fields={NameForm}
        />
      )}
      <Section
        {...props}
        title={t('tiers')}
        sentences={tierPolicySentences(doc, words)}
        parts={['/tierPolicy']}
        exactly="/tiers"
        Fields={TierPolicyForm}
        first={<TierList {...props} />}
      />
      <Bonuses {...props} />
      <Promotions {...props} />
      <Gifts {...props} />
      <Section
        {...props}
        title={t('returns')}
        sentences={returnSentences(doc, words)}
        parts={['/returns']}
        Fields={ReturnsForm}
      />
    </Stack>
  )
}

const EARNING = ['goods', 'onDiscounted', 'whenSpending', 'roundTo', 'maxPerReceipt'].map((one) => `/earning/${one}`)

/** How bonuses come, go, and how long they last. */
function Bonuses(props: PartProps) {
  const t = useTexts(texts)
  const { doc, words, edit } = props
  return (
    <>
      <Section
        {...props}
        title={t('earning')}
        sentences={earningSentences(doc, words)}
        parts={EARNING}
        Fields={EarningForm}
        first={
          <>
            <RuleList {...props} phase="earn" />
            {edit && <AddRule edit={edit} />}
          </>
        }
      />
      <Section
        {...props}
        title={t('spending')}
        sentences={spendingSentences(doc, words)}
        parts={['/spending']}
        Fields={SpendingForm}
      />
      <Section
        {...props}
        title={t('life')}
        sentences={lifeSentences(doc, words)}
        parts={['/earning/life', '/earning/pendingDays']}
        Fields={LifeForm}
      />
    </>
  )
}

/** What is given for joining, on occasions and for friends. */
function Gifts(props: PartProps) {
  const t = useTexts(texts)
  const { doc, words, edit } = props
  return (
    <>
      <Section
        {...props}
        title={t('gifts')}
        sentences={[signUpSentence(doc, words)]}
        parts={['/signUp']}
        Fields={SignUpForm}
      >
        <RuleList {...props} phase="grant" />
        {edit && <AddRule edit={edit} />}
      </Section>
      <Section
        {...props}
        title={t('referral')}
        sentences={referralSentences(doc, words)}
        parts={['/referral']}
        Fields={ReferralForm}
      >
        {doc.referral && (
          <Text fz="sm" c="dimmed" mt="xs">
            {t('referralWhatIf')}
          </Text>
        )}
      </Section>
    </>
  )
}

const nameSentences = (doc: ProgramDoc) =>
  [doc.name.ru, doc.name.en].filter((one, at, all) => one && all.indexOf(one) === at)

/** Discounts and better earning, with what is common to all discounts. */
function Promotions(props: PartProps) {
  const t = useTexts(texts)
  const { doc, words, edit } = props
  const discounts = rulesOf(doc, 'discount').length > 0
  const times = rulesOf(doc, 'multiply').length > 0
  return (
    <Section
      {...props}
      title={t('promotions')}
      sentences={discountSentences(doc, words)}
      parts={['/discounts']}
      exactly="/rules"
      Fields={DiscountsForm}
      first={
        <>
          {!discounts && !times && <Text c="dimmed">{t('noPromotions')}</Text>}
          <RuleList {...props} phase="discount" />
          <RuleList {...props} phase="multiply" />
        </>
      }
    >
      {edit && <AddRule edit={edit} />}
    </Section>
  )
}
