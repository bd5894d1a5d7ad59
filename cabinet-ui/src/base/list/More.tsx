import { Button, type ButtonProps } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import type { Paged } from './pages'
import { texts } from './texts'

type Props = ButtonProps & { of: Paged<unknown>; label?: string }

/** The next page of a list, as long as there is one. */
export function More({ of: list, label, ...button }: Props) {
  const t = useTexts(texts)
  if (!list.hasNextPage) return null
  return (
    <Button variant="default" {...button} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {label ?? t('loadMore')}
    </Button>
  )
}
