#include "measure.inc"
#include "draft.inc"
camera { location <0, 1.6, -8> up y * Wide right x * 1.6 * Wide direction z * 1.4 }
#if (Shown(1)) object { Draft_Person(pigment { rgb <0.9, 0.5, 0.1> }) translate <-2, 0, 0> } #end
#if (Shown(2)) object { Draft_Animal(pigment { rgb <0.8, 0.6, 0.3> }) scale 0.6 translate <1, 1, 0> } #end
#if (Shown(3)) object { Draft_Animal(pigment { rgb <0.5, 0.3, 0.2> }) scale 0.6 translate <4, 1.5, 2> } #end
#if (Shown(4)) object { Draft_Person(pigment { rgb <0.1, 0.3, 0.6> }) scale <1, 1, 0.1> translate <-4.6, 0.3, 2> } #end
#if (Scenery)
light_source { <-4, 6, -5> rgb 1 }
plane { y, 0 pigment { checker rgb 0.4 rgb 0.42 } }
plane { z, 10 pigment { rgb 0.7 } }
box { <-2.9, 0, -1.5>, <-1.7, 0.6, -0.8> pigment { rgb <0.6, 0.45, 0.3> } }
box { <0.4, 0, -0.5>, <1.6, 1, 0.5> pigment { rgb <0.6, 0.45, 0.3> } }
#end
