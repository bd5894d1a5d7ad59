import { Badge, Button, SegmentedControl, Select, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDeviceFloppy, IconHistory, IconSend } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Design.module.css'
import { FRONT, parentOf, placeOf, setAt, type Tab } from './document/document'
import { FormContext, inputId } from './document/form'
import { HistoryDrawer } from './HistoryDrawer'
import { LeaveGuard } from './LeaveGuard'
import { Preview } from './Preview'
import { ProblemList } from './ProblemList'
import { PublishDialog } from './PublishDialog'
import { RestyleNote } from './RestyleNote'
import { ColorsSection } from './sections/ColorsSection'
import { FieldsSection } from './sections/FieldsSection'
import { ImagesSection } from './sections/ImagesSection'
import { MoreSection } from './sections/MoreSection'
import { ShowSection } from './sections/ShowSection'
import { texts } from './texts'
import { useDraft } from './useDraft'
import { useProblems } from './usePreviewCards'

const TABS: readonly Tab[] = ['look', 'fields', 'back', 'show', 'more']

type Props = { draft: Schemas['DesignDraft']; tiers: Schemas['Tier'][] }

export function DesignEditor({ draft: loaded, tiers }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const owner = useCurrentSession().role === 'OWNER'
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false })
  const draft = useDraft(loaded)
  const [tier, setTier] = useState('')
  const [shownTier, setShownTier] = useState('')
  const [tab, setTab] = useState<Tab>('look')
  const [side, setSide] = useState('form')
  const [opened, setOpened] = useState<'publish' | 'history'>()
  const { problems, warnings, error } = useProblems(draft.document, {
    tier: tiers[0]?.id ?? '',
    lang: useLocale(),
    customer: 'REGULAR',
  })
  const form = useMemo(
    () => ({
      doc: draft.doc,
      set: (path: Parameters<typeof setAt>[1], value: unknown) => draft.change((doc) => setAt(doc, path, value)),
      problems,
      tier,
      tiers,
    }),
    [draft.doc, draft.change, problems, tier, tiers],
  )
  const count = (one: Tab) =>
    problems.filter(({ path }) => placeOf(path).tab === one && placeOf(path).tier === tier).length

  function goTo(path: string) {
    const place = placeOf(path)
    setTier(place.tier)
    setTab(place.tab)
    setSide('form')
    focusWhenThere(path)
  }
  return (
    <FormContext value={form}>
      <LeaveGuard dirty={draft.dirty} />
      <PageHeader
        title={t('title')}
        hint={
          <span role="status">
            {t(draft.dirty ? 'state.dirty' : draft.revision > 0 ? 'state.draft' : 'state.published')}
          </span>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconHistory size={18} aria-hidden />}
              onClick={() => setOpened('history')}
            >
              {t('history')}
            </Button>
            {owner && (
              <>
                <Button
                  variant="light"
                  leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                  disabled={!draft.dirty}
                  loading={draft.saving}
                  onClick={() => void draft.save()}
                >
                  {t('save')}
                </Button>
                <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened('publish')}>
                  {t('publish')}
                </Button>
              </>
            )}
          </>
        }
      />
      <RestyleNote />
      {draft.error && (
        <div className={classes.note}>
          <ErrorNote error={draft.error} onRetry={draft.changedByOther ? draft.reload : undefined} />
        </div>
      )}
      {error !== null && (
        <div className={classes.note}>
          <ErrorNote error={error} />
        </div>
      )}
      {!owner && <p className={classes.hint}>{t('readOnly')}</p>}
      {narrow && (
        <SegmentedControl
          fullWidth
          mb="md"
          aria-label={t('side')}
          value={side}
          onChange={setSide}
          data={[
            { value: 'form', label: t('side.form') },
            { value: 'preview', label: t('preview') },
          ]}
        />
      )}
      <div className={classes.columns}>
        <div className={`k-panel ${classes.form}`} hidden={narrow && side !== 'form'}>
          <ProblemList problems={problems} onGo={goTo} />
          <ProblemList
            problems={warnings.map((one) => ({ path: one.path, text: text(one.text) }))}
            onGo={goTo}
            warning
          />
          <Select
            label={t('forWhom')}
            description={t('forWhomHint')}
            mb="md"
            value={tier}
            data={[
              { value: '', label: t('everybody') },
              ...tiers.map((one) => ({ value: one.id, label: t('onlyTier', { tier: text(one.name) }) })),
              // A tier that left the program may still have a look here, which must go.
              ...Object.keys(draft.doc.tiers ?? {})
                .filter((id) => !tiers.some((one) => one.id === id))
                .map((id) => ({ value: id, label: t('onlyTier', { tier: id }) })),
            ]}
            onChange={(next) => {
              setTier(next ?? '')
              if (tiers.some((one) => one.id === next)) setShownTier(next ?? '')
              if (next && (tab === 'show' || tab === 'more')) setTab('look')
            }}
          />
          {tier && draft.doc.tiers?.[tier] && owner && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              mb="md"
              onClick={() => {
                form.set(['tiers', tier], undefined)
                setTier('')
              }}
            >
              {t('dropTier')}
            </Button>
          )}
          <Tabs value={tab} onChange={(next) => next && setTab(next as Tab)} keepMounted={false}>
            <Tabs.List className={classes.tabs}>
              {TABS.map((one) => (
                <Tabs.Tab
                  key={one}
                  value={one}
                  disabled={Boolean(tier) && (one === 'show' || one === 'more')}
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
            <Sheet tab="look" disabled={!owner}>
              <ColorsSection />
              <ImagesSection />
            </Sheet>
            <Sheet tab="fields" disabled={!owner}>
              <FieldsSection groups={FRONT} />
            </Sheet>
            <Sheet tab="back" disabled={!owner}>
              <FieldsSection groups={draft.doc.style === 'poster' ? ['back', 'footer'] : ['back']} />
            </Sheet>
            <Sheet tab="show" disabled={!owner}>
              <ShowSection />
            </Sheet>
            <Sheet tab="more" disabled={!owner}>
              <MoreSection />
            </Sheet>
          </Tabs>
        </div>
        <div className={classes.side} hidden={narrow && side !== 'preview'}>
          <Preview document={draft.document} tiers={tiers} tier={shownTier} onTier={setShownTier} />
        </div>
      </div>
      <PublishDialog
        opened={opened === 'publish'}
        onClose={() => setOpened(undefined)}
        draft={draft}
        problems={problems.length}
      />
      <HistoryDrawer
        opened={opened === 'history'}
        onClose={() => setOpened(undefined)}
        draft={draft}
        onTake={owner ? (document) => draft.change(() => document) : undefined}
      />
    </FormContext>
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

/** The tab of the place is drawn first; then the place gets the focus, or what it belongs to. */
function focusWhenThere(path: string) {
  requestAnimationFrame(() => {
    for (let at = path; at; at = parentOf(at)) {
      const input = document.getElementById(inputId(at))
      if (input) return input.focus()
    }
  })
}
