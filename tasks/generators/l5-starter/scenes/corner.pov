#include "measure.inc"
#include "draft.inc"
camera { location <0, 1.6, -8> up y * Wide right x * 1.6 * Wide direction z * 1.4 }
#if (Shown(1)) object { Draft_Light(3) translate <1, 2.6, 1> } #end
#if (Shown(2)) object { Draft_Animal(pigment { rgb <0.5, 0.3, 0.15> }) translate <-4.3, 0, 0> } #end
#if (Shown(3)) object { Draft_Animal(pigment { rgb 0.6 }) translate <-1, 1, 2> } #end
#if (Shown(4)) object { Draft_Person(pigment { rgb <0.1, 0.5, 0.3> }) scale <1, 1, 0.1> translate <3.4, 0.7, 2> } #end
#if (Shown(5)) object { Draft_Person(pigment { rgb <0.1, 0.3, 0.6> }) translate <5.2, 0, 3> } #end
#if (Scenery)
light_source { <-400, 600, -500> rgb 1 }
plane { y, 0 pigment { checker rgb 0.4 rgb 0.42 } }
sky_sphere { pigment { gradient y color_map { [0 rgb <0.8, 0.9, 1>] [1 rgb <0.2, 0.4, 0.9>] } } }
box { <4, 0, 0.5>, <6, 1.4, 2> pigment { rgb 0.8 } }
box { <-1.5, 0, 1.5>, <-0.5, 1, 2.5> pigment { rgb 0.5 } }
#end
