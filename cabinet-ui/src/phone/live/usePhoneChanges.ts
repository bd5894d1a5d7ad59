import { useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { type Changes, changesBetween, isEmpty } from './changes'

const SHOWN_FOR = 6000

/** What has just changed, for a few seconds; undefined when nothing did. */
export function usePhoneChanges(phone: Schemas['Phone'] | undefined, onChange: (changes: Changes) => void) {
  const last = useRef<Schemas['Phone']>(undefined)
  const [recent, setRecent] = useState<Changes>()
  useEffect(() => {
    const before = last.current
    last.current = phone
    if (!before || !phone || before === phone) return
    const changes = changesBetween(before, phone)
    if (isEmpty(changes)) return
    // An update and its notice may come as two events: they are shown as one.
    setRecent((now) => merge(now, changes))
    onChange(changes)
  }, [phone, onChange])
  useEffect(() => {
    if (!recent) return
    const timer = setTimeout(() => setRecent(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [recent])
  return recent
}

function merge(now: Changes | undefined, next: Changes): Changes {
  if (!now) return next
  const replaced = new Set(next.fields.map((field) => `${field.serial} ${field.key}`))
  return {
    fields: [...now.fields.filter((field) => !replaced.has(`${field.serial} ${field.key}`)), ...next.fields],
    notices: [...next.notices, ...now.notices],
    cardsAdded: [...now.cardsAdded, ...next.cardsAdded],
  }
}
