import {
  ActionIcon,
  Button,
  Group,
  Indicator,
  Kbd,
  Menu,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import {
  IconClockHour4,
  IconDotsVertical,
  IconGift,
  IconLock,
  IconLogout,
  IconUsb,
  IconUserPlus,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { Brand } from '@/base/components/Brand'
import { texts as baseTexts } from '@/base/components/texts'
import { isLocale, LOCALES, setLocale, useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import type { Duty } from './cashier/CashierGate'
import { texts as cashierTexts } from './cashier/texts'
import type { Dialog } from './Dialogs'
import classes from './Header.module.css'
import type { PendingReceipt } from './queue/ReceiptQueue'
import { soundSetting } from './sale/sound'
import { texts as serialTexts } from './serial/texts'
import { texts } from './texts'

type Props = {
  info: Schemas['RegisterInfo']
  duty: Duty
  pending: readonly PendingReceipt[]
  offline: boolean
  onOpen: (dialog: Dialog) => void
  /** Whether the browser has serial ports. */
  serial: boolean
  onSignOut: () => void
}

export function Header(props: Props) {
  const { info, duty, pending, offline, onOpen } = props
  const t = useTexts(texts)
  return (
    <header className={classes.header}>
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Brand size={30} name={false} />
        <div className={classes.place}>
          <Text fw={700} truncate lh={1.25}>
            {info.shopName}
          </Text>
          <Text size="sm" c="dimmed" truncate lh={1.25}>
            {info.storeName !== info.shopName && `${info.storeName} · `}
            {info.registerName}
            {duty.cashier && ` · ${duty.cashier.name}`}
          </Text>
        </div>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Connection pending={pending} offline={offline} onClick={() => onOpen('pending')} />
        <Button
          className={classes.wide}
          variant="default"
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => onOpen('newMember')}
        >
          {t('newMember')}
        </Button>
        <Button
          className={classes.wide}
          variant="default"
          leftSection={<IconClockHour4 size={18} aria-hidden />}
          onClick={() => onOpen('history')}
          aria-keyshortcuts="F7"
          rightSection={
            <Kbd aria-hidden visibleFrom="lg">
              F7
            </Kbd>
          }
        >
          {t('shift')}
        </Button>
        <SettingsMenu {...props} />
      </Group>
    </header>
  )
}

/** What is needed seldom; on a phone also what does not fit beside it. */
function SettingsMenu({ duty, serial, onOpen, onSignOut }: Props) {
  const t = useTexts(texts)
  const tc = useTexts(cashierTexts)
  const ts = useTexts(serialTexts)
  return (
    <Menu position="bottom-end" width={250} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon size={38} variant="default" aria-label={t('settings')}>
          <IconDotsVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.narrow}>
          <Menu.Item
            closeMenuOnClick
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={() => onOpen('newMember')}
          >
            {t('newMember')}
          </Menu.Item>
          <Menu.Item
            closeMenuOnClick
            leftSection={<IconClockHour4 size={18} aria-hidden />}
            onClick={() => onOpen('history')}
          >
            {t('shift')}
          </Menu.Item>
          <Menu.Divider />
        </div>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconGift size={18} aria-hidden />}
          onClick={() => onOpen('certificates')}
        >
          {t('certificates')}
        </Menu.Item>
        {serial && (
          <Menu.Item closeMenuOnClick leftSection={<IconUsb size={18} aria-hidden />} onClick={() => onOpen('serial')}>
            {ts('title')}
          </Menu.Item>
        )}
        <Preferences />
        <Menu.Divider />
        {duty.known && (
          <>
            {duty.cashier && <Menu.Label>{tc('onDuty', { name: duty.cashier.name })}</Menu.Label>}
            <Menu.Item
              closeMenuOnClick
              leftSection={<IconLock size={18} aria-hidden />}
              onClick={duty.lock}
              aria-keyshortcuts="F10"
              rightSection={
                <Kbd aria-hidden visibleFrom="md">
                  F10
                </Kbd>
              }
            >
              {duty.cashier ? tc('switch') : tc('signInAs')}
            </Menu.Item>
          </>
        )}
        <Menu.Item closeMenuOnClick leftSection={<IconLogout size={18} aria-hidden />} onClick={onSignOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Connection({
  pending,
  offline,
  onClick,
}: {
  pending: readonly PendingReceipt[]
  offline: boolean
  onClick: () => void
}) {
  const t = useTexts(texts)
  const refused = pending.some((entry) => entry.state === 'refused')
  const color = refused ? 'red' : offline || pending.length > 0 ? 'honey.5' : 'pine.5'
  const state = offline ? t('offline') : t('online')
  const label = pending.length > 0 ? t('waiting', { count: pending.length }) : state
  return (
    <Button
      variant="subtle"
      color="gray"
      px="sm"
      onClick={onClick}
      aria-live="polite"
      leftSection={<Indicator color={color} size={10} position="middle-center" processing={offline} mx={6} />}
    >
      <Text
        span
        size="sm"
        fw={600}
        c="var(--k-text)"
        className={pending.length > 0 || offline ? undefined : classes.quiet}
      >
        {label}
      </Text>
    </Button>
  )
}

/** How the till sounds and looks on this device; a menu may hold nothing but items. */
function Preferences() {
  const t = useTexts(texts)
  const tb = useTexts(baseTexts)
  const locale = useLocale()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const [sound, setSound] = useState(soundSetting.on)
  return (
    <>
      <Menu.CheckboxItem
        checked={sound}
        onChange={(on) => {
          soundSetting.set(on)
          setSound(on)
        }}
      >
        {t('sound')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem checked={scheme === 'dark'} onChange={(on) => setColorScheme(on ? 'dark' : 'light')}>
        {tb('colorScheme')}
      </Menu.CheckboxItem>
      <Menu.Divider />
      <Menu.RadioGroup value={locale} onChange={(next) => isLocale(next) && setLocale(next)}>
        {LOCALES.map((one) => (
          <Menu.RadioItem key={one} value={one}>
            {`${tb('language')}: ${one.toUpperCase()}`}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
