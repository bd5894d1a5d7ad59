/** The same picture as on the wallet card's strip: rings around a spark, veils along the lower edge. */
export function StripArt() {
  return (
    <svg viewBox="0 0 375 144" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      <g fill="#fff" fillOpacity="0.055">
        {[40, 61, 82, 103, 124, 145].map((radius) => (
          <circle key={radius} cx="312" cy="46" r={radius} />
        ))}
      </g>
      <path d="M0 100C90 60 150 120 240 90c55-18 95-8 135-20v74H0z" fill="#fff" fillOpacity="0.07" />
      <path d="M0 117C90 86 150 131 240 107c55-18 95-8 135-20v57H0z" fill="#000" fillOpacity="0.07" />
      <path d="M0 134C90 112 150 142 240 124c55-18 95-4 135-16v36H0z" fill="#fff" fillOpacity="0.07" />
      <g fill="#fff" fillOpacity="0.92">
        <path d="M310 28q3 16 19 19.500q-16 3.500-19 19.500q-3-16-19-19.500q16-3.500 19-19.500z" />
        <path d="M325.500 26q1.200 6 7.200 7.200q-6 1.200-7.200 7.200q-1.200-6-7.200-7.200q6-1.200 7.200-7.200z" />
      </g>
    </svg>
  )
}
