import type { Kind } from '../../condition/kind'
import { historyKinds } from './history'
import { memberKinds } from './member'
import { receiptKinds } from './receipt'
import { timeKinds } from './time'

/** Every condition that a rule of a program may ask for, in the order of the menu. */
export const RULE_CONDITIONS: readonly Kind[] = [...timeKinds, ...receiptKinds, ...memberKinds, ...historyKinds]
