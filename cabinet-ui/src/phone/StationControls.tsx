import { ActionIcon, Button, CopyButton, Menu, SegmentedControl } from '@mantine/core'
import {
  type Icon,
  IconCheck,
  IconCopy,
  IconDeviceMobileCog,
  IconDots,
  IconLock,
  IconPencil,
  IconPlus,
  IconRefresh,
  IconSkull,
  IconTrash,
  IconWallet,
  IconWifi,
  IconWifiOff,
} from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import classes from './PhoneStation.module.css'
import { texts } from './texts'
import type { PhoneActs } from './usePhoneActs'

export type View = 'lock' | 'wallet'

type Props = {
  phone: Schemas['Phone']
  view: View
  onView: (view: View) => void
  card: Schemas['WalletCard'] | undefined
  onAdd: () => void
  onRename: () => void
  acts: PhoneActs
  onThrowAway: () => void
}

export function StationControls(props: Props) {
  const { view, onView, card, onAdd } = props
  const t = useTexts(texts)
  return (
    <div className={classes.controls}>
      <SegmentedControl
        aria-label={t('view')}
        value={view}
        onChange={(next) => onView(next as View)}
        data={[
          { value: 'wallet', label: <Glyph icon={IconWallet} text={t('wallet')} /> },
          { value: 'lock', label: <Glyph icon={IconLock} text={t('lockScreen')} /> },
        ]}
      />
      {card?.barcode ? (
        <CopyCode code={card.barcode.message} />
      ) : (
        <Button flex={1} onClick={onAdd} leftSection={<IconPlus size={18} aria-hidden />}>
          {t('addCard')}
        </Button>
      )}
      <PhoneMenu {...props} />
    </div>
  )
}

/** The card's code, for the till in another window. */
function CopyCode({ code }: { code: string }) {
  const t = useTexts(texts)
  return (
    <CopyButton value={code} timeout={2500}>
      {({ copied, copy }) => (
        <Button
          flex={1}
          onClick={copy}
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        >
          {copied ? t('codeCopied') : t('copyCode')}
        </Button>
      )}
    </CopyButton>
  )
}

/** What else can befall a phone. */
function PhoneMenu({ phone, onAdd, onRename, acts, onThrowAway }: Props) {
  const t = useTexts(texts)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('phoneMenu', { name: phone.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          {t('addCard')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onRename}>
          {t('rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={phone.online ? <IconWifiOff size={16} aria-hidden /> : <IconWifi size={16} aria-hidden />}
          onClick={acts.switchNetwork}
        >
          {t(phone.online ? 'goOffline' : 'goOnline')}
        </Menu.Item>
        {phone.platform === 'APPLE' && (
          <>
            <Menu.Item
              leftSection={<IconDeviceMobileCog size={16} aria-hidden />}
              onClick={() => acts.install(phone.ios === 26 ? 27 : 26)}
            >
              {t(phone.ios === 26 ? 'toIos27' : 'toIos26')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => acts.renewToken(true)}>
              {t('renewToken', { token: phone.pushToken ?? '' })}
            </Menu.Item>
            <Menu.Item leftSection={<IconSkull size={16} aria-hidden />} onClick={() => acts.renewToken(false)}>
              {t('killToken')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item c="var(--k-danger-text)" leftSection={<IconTrash size={16} aria-hidden />} onClick={onThrowAway}>
          {t('throwAway')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Glyph({ icon: Shape, text }: { icon: Icon; text: string }) {
  return (
    <span className={classes.view} title={text}>
      <Shape size={19} stroke={1.8} aria-hidden />
      <span className="k-visually-hidden">{text}</span>
    </span>
  )
}
