import { Button, Menu, ScrollArea, Text } from '@mantine/core'
import { IconBookmark, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { type ListName, useViews } from '@/base/api/queries/views'
import { useTexts } from '@/base/i18n/texts'
import { ManageViews } from './ManageViews'
import { compact, isShown, type ViewState } from './state'
import { texts } from './texts'
import { ViewDialog } from './ViewDialog'

export type Starter = { name: string; state: ViewState }

type Props = {
  list: ListName
  /** What the list shows now. */
  now: object
  /** Views that everybody begins with; they are kept nowhere. */
  starters?: readonly Starter[]
  /** Views that somebody may not see the members of are not offered. */
  usable?: (state: ViewState) => boolean
  onChoose: (state: ViewState) => void
}

/** The views of a list: chosen by a click, which fills the filter and no more. */
export function ViewsMenu({ list, now, starters = [], usable = () => true, onChoose }: Props) {
  const t = useTexts(texts)
  const state = compact(now)
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const kept = (useViews(list).data?.items ?? []).filter((view) => usable(view.state))
  const begun = starters.filter((view) => usable(view.state))
  const sections = [
    { title: t('starters'), views: begun.map((view) => ({ ...view, key: view.name, by: undefined })) },
    { title: t('own'), views: kept.filter((view) => !view.shared).map(shown) },
    { title: t('shared'), views: kept.filter((view) => view.shared).map(shown) },
  ].filter(({ views }) => views.length > 0)
  const active = sections.flatMap(({ views }) => views).find((view) => isShown(view.state, state))
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={300}>
        <Menu.Target>
          <Button variant={active ? 'light' : 'default'} leftSection={<IconBookmark size={18} aria-hidden />} maw={280}>
            {active ? t('active', { name: active.name }) : t('views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ScrollArea.Autosize mah="50vh" type="auto">
            {sections.map(({ title, views }) => (
              <div key={title}>
                <Menu.Label>{title}</Menu.Label>
                {views.map((view) => (
                  <Menu.Item
                    key={view.key}
                    onClick={() => onChoose(view.state)}
                    rightSection={view === active ? <IconCheck size={16} aria-label={t('chosen')} /> : undefined}
                  >
                    {view.name}
                    {view.by && (
                      <Text size="xs" c="dimmed">
                        {view.by}
                      </Text>
                    )}
                  </Menu.Item>
                ))}
              </div>
            ))}
          </ScrollArea.Autosize>
          {sections.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setOpen('save')}>{t('save')}</Menu.Item>
          {kept.some((view) => view.changeable) && (
            <Menu.Item onClick={() => setOpen('manage')}>{t('manage')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'save' && <ViewDialog list={list} state={state} onClose={() => setOpen(null)} />}
      {open === 'manage' && <ManageViews list={list} state={state} onClose={() => setOpen(null)} />}
    </>
  )
}

const shown = (view: { id: string; name: string; state: ViewState; own: boolean; author: string }) => ({
  key: view.id,
  name: view.name,
  state: view.state,
  by: view.own ? undefined : view.author,
})
