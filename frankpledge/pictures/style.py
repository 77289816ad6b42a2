"""How pictures look. The page's pictures.css ends with these rules, and a test sees to it.

Fixed colours and no variables: a partnership's own colour never touches what a mark means, and a
picture that is saved looks as it did in the page.
"""

STYLE = """\
.p-pic text { font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue",
  Arial, "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 13px; fill: #1d1b24;
  font-variant-numeric: tabular-nums lining-nums; }
.p-pic .p-q { fill: #57535f; }
.p-pic .p-b { font-weight: 700; }
.p-pic .p-inv { fill: #fff; }
.p-pic .p-dark { fill: #fff; paint-order: stroke; stroke: #28408c; stroke-width: 3px;
  stroke-linejoin: round; }
.p-names { pointer-events: none; }
.p-pic .p-title { font-size: 18px; font-weight: 700; }
.p-pic .p-halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
.p-grid { fill: none; stroke: #d8d0bf; stroke-width: 1; }
.p-axis { fill: none; stroke: #1d1b24; stroke-width: 1; }
.p-band { fill: #ece6d8; }
.p-limit { fill: none; stroke: #7b7363; stroke-width: 1; stroke-dasharray: 2 3; }
.p-mean { fill: none; stroke: #7b7363; stroke-width: 1; stroke-dasharray: 6 3; }
.p-target { fill: none; stroke: #1d1b24; stroke-width: 1; stroke-dasharray: 9 2 2 2; }
.p-lead { fill: none; stroke: #57535f; stroke-width: 1; }
.p-line { fill: none; stroke: #1d1b24; stroke-width: 1.5; stroke-linejoin: round;
  stroke-linecap: round; }
.p-unsure { fill: none; stroke: #1d1b24; stroke-width: 1.5; stroke-dasharray: 4 3; }
.p-pt { fill: #57535f; }
.p-ring { fill: #fff; stroke: #57535f; stroke-width: 1.5; }
.p-better { fill: #28408c; }
.p-worse { fill: #8c1f63; }
.p-changed { fill: #1d1b24; }
.p-bar { fill: #57535f; }
.p-bar--us { fill: #28408c; }
.p-over { fill: none; stroke: #fff; stroke-width: 5; }
.p-int { fill: none; stroke: #7b7363; stroke-width: 3; }
.p-int--us { fill: none; stroke: #28408c; stroke-width: 5; }
.p-int--bar { fill: none; stroke: #1d1b24; stroke-width: 1.5; }
.p-dot { fill: #1d1b24; }
.p-dot--us { fill: #28408c; stroke: #fff; stroke-width: 1.5; }
.p-0 { fill: #f3efe4; }
.p-1 { fill: #cfd5e8; }
.p-2 { fill: #9aa7d1; }
.p-3 { fill: #5f72b4; }
.p-4 { fill: #28408c; }
.p-none { fill: #fff; }
.p-cell { stroke: #7b7363; stroke-width: .75; }
.p-map { stroke: #7b7363; stroke-width: 2.5; stroke-linejoin: round; }
.p-map .p-3, .p-map .p-4 { stroke: #fff; }
.p-map .p-clear { fill: none; stroke: #1d1b24; stroke-width: 8; }
.p-map .p-clear--light { fill: none; stroke: #fff; stroke-width: 14; }
.p-map--small { stroke-width: 5; }
.p-map--small .p-clear { stroke-width: 16; }
.p-map--small .p-clear--light { stroke-width: 28; }
.p-clear-key { fill: #fff; stroke: #1d1b24; stroke-width: 2.5; }
.p-edge { fill: none; stroke: #7b7363; stroke-width: 1; }
.p-stripe { fill: none; stroke: #7b7363; stroke-width: 2; }
.p-stripe--ink { fill: none; stroke: #1d1b24; stroke-width: 1.5; }
.p-stripe--white { fill: none; stroke: #fff; stroke-width: 1.5; }
.p-held { fill: #57535f; }
.p-part { fill: #9aa7d1; stroke: #57535f; stroke-width: .75; }
.p-gone { fill: none; stroke: #1d1b24; stroke-width: 1.5; }
.p-odds { fill: #28408c; }
"""
