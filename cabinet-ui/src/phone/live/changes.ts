import type { Schemas } from '@/base/api/client'

type Phone = Schemas['Phone']
type WalletCard = Schemas['WalletCard']

export type FieldChange = { serial: string; key: string; label: string; before: string; after: string }
export type Changes = {
  fields: FieldChange[]
  notices: Phone['notices']
  /** Serials of cards that came or left. */
  cardsAdded: string[]
}

/** What the phone's owner would notice between two states. */
export function changesBetween(before: Phone, after: Phone): Changes {
  const known = new Set(before.notices.map((notice) => notice.id))
  const old = new Map(before.cards.map((card) => [card.serial, card]))
  return {
    fields: after.cards.flatMap((card) => {
      const was = old.get(card.serial)
      return was ? fieldChanges(was, card) : []
    }),
    notices: after.notices.filter((notice) => !known.has(notice.id)),
    cardsAdded: after.cards.filter((card) => !old.has(card.serial)).map((card) => card.serial),
  }
}

function fieldChanges(before: WalletCard, after: WalletCard): FieldChange[] {
  const old = new Map(allFields(before).map((field) => [field.key, field]))
  return allFields(after).flatMap(({ key, label, value }) => {
    const was = old.get(key)
    // With another label it is the language that changed, not the card.
    if (!was || was.label !== label || was.value === value) return []
    return [{ serial: after.serial, key, label, before: was.value, after: value }]
  })
}

function allFields(card: WalletCard): Schemas['WalletField'][] {
  return [
    ...card.headerFields,
    ...card.primaryFields,
    ...card.secondaryFields,
    ...card.auxiliaryFields,
    ...(card.poster?.footerFields ?? []),
    ...card.backFields,
  ]
}

export function isEmpty(changes: Changes): boolean {
  return changes.fields.length + changes.notices.length + changes.cardsAdded.length === 0
}
