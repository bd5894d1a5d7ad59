import { lazy, Suspense, useEffect } from 'react'
import { CardPage } from './card/CardPage'
import { lastToken } from './card/snapshot'
import { CertificatePage } from './certificate/CertificatePage'
import { JoinPage } from './join/JoinPage'
import { RefusePage } from './join/RefusePage'
import { ShopTextPage } from './join/ShopTextPage'
import { NotFound } from './light/NotFound'
import { goTo, placeOf, usePath } from './light/router'
import { ReviewPage } from './review/ReviewPage'

/** Few of those who look at their card go on to it, so that the card does not carry it along. */
const PlacePage = lazy(() => import('./place/PlacePage'))

export function MemberPages() {
  const place = placeOf(usePath())
  if (place.page === 'join') return <JoinPage key={place.slug} slug={place.slug} />
  if (place.page === 'text') return <ShopTextPage slug={place.slug} kind={place.kind} />
  if (place.page === 'mine') return <MyCard />
  if (place.page === 'place') {
    return (
      <Suspense fallback={null}>
        <PlacePage key={place.token} token={place.token} />
      </Suspense>
    )
  }
  if (place.page === 'card') return <CardPage key={place.token} token={place.token} />
  if (place.page === 'refuse') return <RefusePage name={place.name} />
  if (place.page === 'review') return <ReviewPage key={place.name} name={place.name} />
  if (place.page === 'certificate') return <CertificatePage key={place.link} link={place.link} />
  return <NotFound />
}

/** Where the page on the home screen begins: its manifest is one for all cards and cannot name this one. */
function MyCard() {
  const token = lastToken()
  useEffect(() => {
    if (token) goTo(`/c/${encodeURIComponent(token)}`)
  }, [token])
  return token ? null : <NotFound />
}
