import type { Kind } from '../../condition/kind'
import { purchasesCount, purchasesSum } from '../../rule/conditions/history'
import { inTier, memberTag } from '../../rule/conditions/member'
import { boughtGoods } from './bought'
import { brought, consent, invited, reachable, wallet } from './card'
import { averageReceipt, balance, boughtInStore, neverBought } from './money'
import { rfm, rfmScore } from './rfm'
import { texts } from './texts'
import { birthday, joined, lastPurchase } from './when'

/** Everything that may be asked of a member, in the order of the menu. What says the same as in rules is the rules' own. */
export const FACTS: readonly Kind[] = [
  lastPurchase,
  neverBought,
  joined,
  birthday,
  rfm,
  rfmScore,
  { ...purchasesSum, group: texts.groupMoney },
  { ...purchasesCount, group: texts.groupMoney },
  averageReceipt,
  balance,
  boughtGoods,
  boughtInStore,
  { ...inTier, group: texts.groupCard },
  { ...memberTag, group: texts.groupCard },
  wallet,
  consent,
  reachable,
  invited,
  brought,
]
