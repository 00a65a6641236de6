#include "measure.inc"
#include "draft.inc"
camera { location <0, 1.6, -8> up y * Wide right x * 1.6 * Wide direction z * 1.4 }
#if (Shown(1)) object { Draft_Person(pigment { rgb <0.7, 0.2, 0.15> }) translate <-2, 0, 0> } #end
#if (Shown(2)) object { Draft_Light(1) translate <2, 3.4, 2> } #end
#if (Shown(3)) object { Draft_Person(pigment { rgb 0.8 }) translate <5, 0.3, 4> } #end
#if (Shown(4)) object { Draft_Person(pigment { rgb 0.2 }) scale 0.7 translate <-40, 0, 180> } #end
#if (Shown(5)) object { Draft_Person(pigment { rgb 0.3 }) scale 0.7 translate <30, 0, 190> } #end
#if (Scenery)
light_source { <-400, 600, -500> rgb 1 }
plane { y, 0 pigment { checker rgb 0.4 rgb 0.42 } }
sky_sphere { pigment { gradient y color_map { [0 rgb <0.8, 0.9, 1>] [1 rgb <0.2, 0.4, 0.9>] } } }
box { <-2.9, 0, -1.5>, <-2.05, 1.1, -0.8> pigment { rgb <0.1, 0.2, 0.5> } }
#end
