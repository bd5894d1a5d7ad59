import type { Schemas } from '@/base/api/client'
import { useShopDetails } from '@/base/api/queries/publicCard'
import { useHoursText } from '@/base/format/hours'
import { useTexts } from '@/base/i18n/texts'
import classes from './Contacts.module.css'
import { texts } from './texts'

type Store = Schemas['ShopForCustomers']['stores'][number]

/** How to reach the shop and when it is open; nothing where it said nothing. */
export function Contacts({ slug }: { slug: string }) {
  const t = useTexts(texts)
  const details = useShopDetails(slug).data
  const { phone, email, site, address } = details?.contacts ?? { phone: '', email: '', site: '', address: '' }
  const stores = details?.stores ?? []
  if (!phone && !email && !site && !address && stores.length === 0) return null
  return (
    <section className={classes.contacts} aria-labelledby="contacts">
      <h2 id="contacts">{t('contacts')}</h2>
      <ul>
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
          </li>
        )}
        {email && (
          <li>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {site && (
          <li>
            <a href={site} target="_blank" rel="noreferrer">
              {site.replace(/^https?:\/\/|\/$/g, '')} <span className="k-visually-hidden">{t('newTab')}</span>
            </a>
          </li>
        )}
        {address && <li>{address}</li>}
        {stores.map((store) => (
          <Place key={store.name + store.address} store={store} />
        ))}
      </ul>
    </section>
  )
}

function Place({ store }: { store: Store }) {
  const hours = useHoursText(store.hours)
  return (
    <li>
      <strong>{store.name}</strong>
      {store.address && <span>{store.address}</span>}
      {hours && <span>{hours}</span>}
    </li>
  )
}
