import { Center, Skeleton, Table, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ErrorNote } from '../components/ErrorNote'
import { useTexts } from '../i18n/texts'
import classes from './DataTable.module.css'
import { More } from './More'
import { type Paged, rowsOf } from './pages'
import { type Selection, TickAll, TickRow } from './select'
import { texts } from './texts'

export type Column<T> = {
  id: string
  header: string
  cell: (row: T) => ReactNode
  align?: 'right'
  /** The service can sort by this column, in this direction. */
  sort?: 'ascending' | 'descending'
  width?: number | string
}

export type TableProps<T> = {
  /** What the table lists; read out by screen readers. */
  label: string
  columns: ReadonlyArray<Column<T>>
  /** All there are, or a list that comes page by page. */
  rows: readonly T[] | Paged<T>
  rowKey: (row: T) => string
  empty: ReactNode
  /** Convenience for the mouse; a cell must hold a real link to the same place. */
  onRowClick?: (row: T) => void
  /** How a row looks on a phone. */
  mobile: (row: T) => ReactNode
  sort?: { by: string; onChange: (columnId: string) => void }
  select?: Selection<T>
}

/** One list for every page: loading, error, empty, sorting by the service, "show more", cards on a phone. */
export function DataTable<T>(props: TableProps<T>) {
  const list = isPaged(props.rows) ? props.rows : undefined
  const rows = isPaged(props.rows) ? rowsOf(props.rows) : props.rows
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  if (list?.error && !rows) {
    return (
      <div className={classes.pad}>
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      </div>
    )
  }
  if (rows?.length === 0) return <>{props.empty}</>
  return (
    <>
      {phone ? <Cards {...props} rows={rows} /> : <Rows {...props} rows={rows} />}
      {list?.hasNextPage && (
        <Center p="md">
          <More of={list} />
        </Center>
      )}
    </>
  )
}

function isPaged<T>(rows: readonly T[] | Paged<T>): rows is Paged<T> {
  return !Array.isArray(rows)
}

type Drawn<T> = Omit<TableProps<T>, 'rows'> & { rows: readonly T[] | undefined }

const PLACEHOLDERS = ['a', 'b', 'c', 'd', 'e', 'f']

function Cards<T>({ rows, rowKey, mobile, label, select }: Drawn<T>) {
  const t = useTexts(texts)
  return (
    <>
      {select && rows && rows.length > 1 && (
        <div className={classes.all}>
          <TickAll of={select} ids={rows.map(rowKey)} named />
        </div>
      )}
      <ul className={classes.cards} aria-label={label} aria-busy={!rows}>
        {rows
          ? rows.map((row) => (
              <li key={rowKey(row)} data-ticks={select ? true : undefined}>
                {select && <TickRow of={select} row={row} id={rowKey(row)} />}
                {select ? <div>{mobile(row)}</div> : mobile(row)}
              </li>
            ))
          : PLACEHOLDERS.map((key) => (
              <li key={key}>
                <Skeleton h={18} w="60%" mb={8} aria-label={t('loading')} />
                <Skeleton h={14} w="85%" />
              </li>
            ))}
      </ul>
    </>
  )
}

function Rows<T>({ columns, rows, rowKey, onRowClick, sort, label, select }: Drawn<T>) {
  return (
    <Table.ScrollContainer minWidth={600}>
      <Table
        aria-label={label}
        aria-busy={!rows}
        highlightOnHover={Boolean(onRowClick && rows)}
        className={classes.table}
      >
        <Table.Thead>
          <Table.Tr>
            {select && (
              <Table.Th w={1}>
                <TickAll of={select} ids={(rows ?? []).map(rowKey)} />
              </Table.Th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows
            ? rows.map((row) => (
                <Table.Tr
                  key={rowKey(row)}
                  onClick={onRowClick && (() => onRowClick(row))}
                  data-clickable={onRowClick ? true : undefined}
                >
                  {select && (
                    <Table.Td onClick={(event) => event.stopPropagation()}>
                      <TickRow of={select} row={row} id={rowKey(row)} />
                    </Table.Td>
                  )}
                  {columns.map((column) => (
                    <Table.Td key={column.id} ta={column.align}>
                      {column.cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))
            : PLACEHOLDERS.map((key) => (
                <Table.Tr key={key}>
                  {select && <Table.Td />}
                  {columns.map((column) => (
                    <Table.Td key={column.id}>
                      <Skeleton h={16} w={column.align ? '50%' : '70%'} ml={column.align ? 'auto' : undefined} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function HeaderCell<T>({ column, sort }: { column: Column<T>; sort: TableProps<T>['sort'] }) {
  const t = useTexts(texts)
  if (!column.sort || !sort) {
    return (
      <Table.Th ta={column.align} w={column.width}>
        {column.header}
      </Table.Th>
    )
  }
  const active = sort.by === column.id
  const arrow = column.sort === 'ascending' ? IconArrowUp : IconArrowDown
  const Glyph = active ? arrow : IconArrowsSort
  return (
    <Table.Th ta={column.align} w={column.width} aria-sort={active ? column.sort : 'none'}>
      <UnstyledButton
        className={classes.sort}
        data-active={active || undefined}
        onClick={() => sort.onChange(column.id)}
        aria-label={t('sortBy', { column: column.header })}
      >
        {column.header}
        <Glyph size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  )
}
