// Picture "corner": a square in the afternoon. Targets: 1 green light on a pole, 2 dog cut by the edge of the picture.
#include "measure.inc"
#include "materials.inc"
#include "sky.inc"
#include "animals.inc"
#include "car.inc"
#include "building.inc"
#include "street.inc"
#default { finish { ambient 0 } }

camera { location <0, 1.65, -5> right x * 1.6 * Wide up y * Wide direction <0, 0.075, 1.18> }

#declare Dog_Coat = Fur(<0.36, 0.17, 0.06>, <0.66, 0.50, 0.34>)
#declare Dog_Ears = Fur(<0.14, 0.06, 0.02>, <0.14, 0.06, 0.02>)
#declare Granite = Stone(<0.40, 0.39, 0.36>)
#declare Model = Person(0.90, <10, 3, 0>, <-8, 6, 0>, <-8, 10, 20>, <40, 24, 80>,
  Cloth(<0.06, 0.30, 0.26>, 0.2), Cloth(<0.70, 0.66, 0.58>, 0.2), Leather(<0.2, 0.1, 0.05>),
  Skin(<0.72, 0.47, 0.35>), Hair(<0.06, 0.03, 0.015>), 1, 12)
#declare Driver = Person(0.90, <3, 3, 0>, <-3, 3, 0>, <4, 10, 20>, <30, 10, 60>,
  Cloth(<0.08, 0.20, 0.44>, 0.35), Cloth(<0.05, 0.05, 0.06>, 0.3), Leather(<0.03, 0.03, 0.03>),
  Skin(<0.66, 0.42, 0.30>), Hair(<0.02, 0.015, 0.012>), 0, 30)

#if (Shown(1)) object { Signal_Head(3, 0) translate <1.55, 3.05, 2.26> } #end
#if (Shown(2)) object { Dog(Dog_Coat, Dog_Ears) rotate y * 172 translate <-2.86, 0.15, -0.50> } #end
#if (Shown(3)) object { Dog(Granite, Granite) scale 1.25 rotate y * 20 translate <-0.62, 1.33, 2.6> } #end
#if (Shown(4)) object { Model scale <1, 0.93, 0.03> translate <-3.80, 1.03, 4.30> } #end
#if (Shown(5)) object { Driver rotate y * 30 translate <3.25, 0, 9.2> } #end

#if (Scenery)
global_settings { Bounce_Light(60) }
Daylight(<-520, 300, -330> * 20, <1.75, 1.40, 1.02>, <0.12, 0.25, 0.55>, <0.78, 0.74, 0.70>, <1, 0.97, 0.93>)

// The square, the road across the picture, the pavement on its far side
box { <-40, -1, -30>, <40, 0.15, 3.2> Paving(<0.40, 0.34, 0.28>) }
box { <-40, -1, 3.2>, <40, 0.155, 3.4> texture { Kerb_Stone } }
plane { y, 0 texture { Asphalt } texture { Asphalt_Patches } }
#for (I, -12, 12) box { <I * 3, 0, 6.9>, <I * 3 + 1.6, 0.006, 7.05> texture { Road_Paint } } #end
box { <-60, -1, 10.7>, <60, 0.155, 10.9> texture { Kerb_Stone } }
box { <-60, -1, 10.9>, <60, 0.15, 40> Paving(<0.36, 0.34, 0.31>) }

// Houses
object { House(9.0, 10, 3, 4, Plaster(<0.70, 0.50, 0.34>), Plaster(<0.74, 0.70, 0.62>), <0.06, 0.16, 0.10>, "TEA HOUSE", 0, 31) translate <-17.1, 0.15, 13.2> }
object { House(8.0, 10, 1, 4, Brick_Wall(<0.40, 0.15, 0.09>), Plaster(<0.66, 0.62, 0.55>), <0.36, 0.20, 0.03>, "CAFE", 0, 32) translate <-8.1, 0.15, 13.2> }
object { Awning(6.0, <0.05, 0.20, 0.14>) translate <-7.7, 3.1, 13.18> }
object { House(7.0, 10, 3, 3, Plaster(<0.62, 0.62, 0.58>), Plaster(<0.72, 0.70, 0.66>), <0.05, 0.10, 0.30>, "PHARMACY", 0, 33) translate <-0.1, 0.15, 13.2> }
object { House(9.0, 10, 1, 4, Brick_Wall(<0.46, 0.26, 0.16>), Plaster(<0.70, 0.66, 0.58>), <0.28, 0.05, 0.06>, "BOOKS", 0, 34) translate <6.9, 0.15, 13.2> }
object { House(9.0, 10, 3, 4, Plaster(<0.56, 0.60, 0.64>), Plaster(<0.72, 0.70, 0.66>), <0.10, 0.05, 0.20>, "TOYS", 0, 35) translate <15.9, 0.15, 13.2> }

// Trees, lamps, benches
#declare Plane_Tree = Tree(4.7, 1.8, <0.15, 0.27, 0.05>, 21)
#declare Autumn_Tree = Tree(4.3, 1.6, <0.30, 0.22, 0.04>, 27)
object { Autumn_Tree translate <-7.4, 0.15, 11.6> }
object { Plane_Tree rotate y * 140 translate <-0.6, 0.15, 11.7> }
object { Autumn_Tree rotate y * 70 translate <9.6, 0.15, 11.8> }
object { Plane_Tree rotate y * 40 scale 1.05 translate <5.9, 0.15, 2.9> }
object { Street_Lamp() scale 0.62 translate <2.75, 0.15, 2.8> }
object { Street_Lamp() translate <-4.6, 0.15, 11.4> }
object { union { Bench() } rotate y * 12 translate <3.9, 0.15, 1.55> }
object { Planter(6) translate <-1.82, 0.15, 2.7> }
object { Planter(7) translate <0.62, 0.15, 2.75> }
object { Litter_Bin() translate <2.25, 0.15, 2.0> }
object { Bicycle(<0.05, 0.22, 0.20>) rotate <0, -8, 0> rotate x * 5 translate <-5.2, 0.15, 12.6> }
object { Bicycle(<0.42, 0.06, 0.05>) rotate <0, 14, 0> rotate x * 5 translate <2.6, 0.15, 12.4> }

// The statue's base, the poster's frame, the signal's pole, the dog's collar
union {
  box { <-0.50, 0.15, -0.30>, <0.50, 0.40, 0.30> }
  box { <-0.42, 0.40, -0.23>, <0.42, 1.22, 0.23> }
  box { <-0.52, 1.22, -0.30>, <0.52, 1.33, 0.30> }
  box { <-0.24, 0.66, -0.245>, <0.24, 0.96, -0.22> Metal(<0.34, 0.22, 0.08>) }
  Stone(<0.34, 0.32, 0.30>)
  rotate y * 20 translate <-0.62, 0, 2.6>
}
object { Poster_Frame() translate <-3.80, 0.15, 4.42> }
object { Pole(3.7, 0.07) translate <1.55, 0.15, 2.45> }
torus { 0.088, 0.012 rotate z * 38 translate <-0.335, 0.685, 0> rotate y * 172 translate <-2.86, 0.15, -0.50> pigment { rgb <0.50, 0.02, 0.03> } finish { specular 0.3 } }

// Traffic
object { Van(<0.74, 0.74, 0.72>, <0.02, 0.16, 0.36>) translate <5.05, 0, 7.9> }
object { Car(<0.42, 0.20, 0.03>) rotate y * 180 translate <-3.4, 0, 9.4> }
object { Car(<0.05, 0.06, 0.07>) translate <12.6, 0, 9.4> }
#end
