import { Badge, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '@/base/i18n/texts'
import classes from './Design.module.css'
import { FRONT, isForAll, placeOf, type Tab } from './document/document'
import { useDesignForm } from './document/form'
import { ColorsSection } from './sections/ColorsSection'
import { FieldsSection } from './sections/FieldsSection'
import { ImagesSection } from './sections/ImagesSection'
import { MoreSection } from './sections/MoreSection'
import { ShowSection } from './sections/ShowSection'
import { texts } from './texts'

const TABS: readonly Tab[] = ['look', 'fields', 'back', 'show', 'more']

type Props = { tab: Tab; onTab: (tab: Tab) => void; disabled: boolean }

/** The form, one part of the card after another; each tab says how many mistakes stand under it. */
export function DesignTabs({ tab, onTab, disabled }: Props) {
  const t = useTexts(texts)
  const { doc, tier, problems } = useDesignForm()
  const count = (one: Tab) =>
    problems.filter(({ path }) => placeOf(path).tab === one && placeOf(path).tier === tier).length
  return (
    <Tabs value={tab} onChange={(next) => next && onTab(next as Tab)} keepMounted={false}>
      <Tabs.List className={classes.tabs}>
        {TABS.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            disabled={Boolean(tier) && isForAll(one)}
            rightSection={
              count(one) > 0 ? (
                <Badge color="red" size="sm" aria-label={t('mistakes', { count: count(one) })}>
                  {count(one)}
                </Badge>
              ) : undefined
            }
          >
            {t(`tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Sheet tab="look" disabled={disabled}>
        <ColorsSection />
        <ImagesSection />
      </Sheet>
      <Sheet tab="fields" disabled={disabled}>
        <FieldsSection groups={FRONT} />
      </Sheet>
      <Sheet tab="back" disabled={disabled}>
        <FieldsSection groups={doc.style === 'poster' ? ['back', 'footer'] : ['back']} />
      </Sheet>
      <Sheet tab="show" disabled={disabled}>
        <ShowSection />
      </Sheet>
      <Sheet tab="more" disabled={disabled}>
        <MoreSection />
      </Sheet>
    </Tabs>
  )
}

/** What stands under a tab; those who may only look find it switched off. */
function Sheet({ tab, disabled, children }: { tab: Tab; disabled: boolean; children: ReactNode }) {
  return (
    <Tabs.Panel value={tab}>
      <fieldset className={`${classes.plain} ${classes.panel}`} disabled={disabled}>
        {children}
      </fieldset>
    </Tabs.Panel>
  )
}
