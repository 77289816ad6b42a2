"""Maps: outlines to paths once, then a choropleth or hot spots from them at every asking."""
