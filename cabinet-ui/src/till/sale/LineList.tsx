import { ActionIcon, Text } from '@mantine/core'
import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './LineList.module.css'
import { texts } from './texts'
import type { Till } from './useTill'

export function LineList({ till }: { till: Till }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { lines } = till.sale
  if (lines.length === 0) {
    return (
      <Text c="dimmed" ta="center" py="xl">
        {t('emptyReceipt')}
      </Text>
    )
  }
  return (
    <ul className={classes.lines} aria-label={t('lines')}>
      {lines.map((line, index) => {
        const result = till.counting ? undefined : till.quote?.lines[index]
        return (
          <li key={line.id} className={classes.line}>
            <div className={classes.name}>
              {line.name}
              <div className={classes.price}>
                {f.money(line.price)}
                {result && result.earned > 0 && (
                  <span className={classes.earn}>
                    {t('willEarn', { amount: f.bonus(result.earned), count: result.earned / 100 })}
                  </span>
                )}
              </div>
            </div>
            <div className={classes.stepper}>
              <ActionIcon
                size={44}
                variant="default"
                aria-label={t('less', { name: line.name })}
                onClick={() => till.dispatch({ type: 'quantity', id: line.id, quantity: line.quantity - 1 })}
              >
                <IconMinus size={18} aria-hidden />
              </ActionIcon>
              <span className={classes.quantity}>{line.quantity}</span>
              <ActionIcon
                size={44}
                variant="default"
                aria-label={t('more', { name: line.name })}
                onClick={() => till.dispatch({ type: 'quantity', id: line.id, quantity: line.quantity + 1 })}
              >
                <IconPlus size={18} aria-hidden />
              </ActionIcon>
            </div>
            <div className={classes.amount}>{f.money(line.price * line.quantity)}</div>
            <ActionIcon
              size={44}
              aria-label={t('removeLine', { name: line.name })}
              onClick={() => till.dispatch({ type: 'remove', id: line.id })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </li>
        )
      })}
    </ul>
  )
}
