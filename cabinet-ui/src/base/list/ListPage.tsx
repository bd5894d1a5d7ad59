import type { ReactNode } from 'react'
import { PageHeader } from '../components/PageHeader'
import { Panel } from '../components/Panel'
import { DataTable, type TableProps } from './DataTable'
import classes from './ListPage.module.css'
import type { Paged } from './pages'

type Props<T> = Omit<TableProps<T>, 'label' | 'rows'> & {
  title: string
  hint?: ReactNode
  actions?: ReactNode
  rows: Paged<T>
  /** Fields that narrow the list down: a SearchBox, selects. */
  filters?: ReactNode
  /** What is said of the rows before they come. */
  above?: ReactNode
}

/** A page that is a list: its name and what can be done, the filters, the rows. */
export function ListPage<T>({ title, hint, actions, filters, above, ...table }: Props<T>) {
  return (
    <>
      <PageHeader title={title} hint={hint} actions={actions} />
      <Panel flush>
        {filters && <search className={classes.filters}>{filters}</search>}
        {above}
        <DataTable label={title} {...table} />
      </Panel>
    </>
  )
}
