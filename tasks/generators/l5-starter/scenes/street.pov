// Picture "street": a crossing in the morning. Targets: 1 walker behind a car, 2 red light on an arm.
#include "measure.inc"
#include "materials.inc"
#include "sky.inc"
#include "people.inc"
#include "car.inc"
#include "building.inc"
#include "street.inc"
#default { finish { ambient 0 } }

camera { location <0.1, 1.75, -4> right x * 1.6 * Wide up y * Wide direction <0.02, 0.11, 1.16> }

#declare Walker = Person(0.895, <27, 8, 0>, <-20, 14, 0>, <-26, 7, 14>, <24, 7, 24>,
  Cloth(<0.62, 0.08, 0.05>, 0.35), Cloth(<0.05, 0.06, 0.10>, 0.3), Leather(<0.10, 0.05, 0.03>),
  Skin(<0.68, 0.42, 0.30>), Hair(<0.02, 0.015, 0.012>), 1, -40)
#declare Mannequin_Shell = texture { pigment { rgb <0.70, 0.66, 0.60> } finish { diffuse 0.75 specular 0.5 roughness 0.01 } }
#declare Mannequin = Person(0.90, <3, 3, 0>, <-3, 3, 0>, <2, 14, 20>, <35, 16, 60>,
  Cloth(<0.10, 0.28, 0.30>, 0.3), Cloth(<0.45, 0.40, 0.32>, 0.3), Mannequin_Shell, Mannequin_Shell, Mannequin_Shell, 0, 0)
#declare Stroller = Person(0.90, <14, 4, 0>, <-12, 6, 0>, <-10, 6, 8>, <12, 6, 8>,
  Cloth(<0.03, 0.03, 0.04>, 0), Cloth(<0.02, 0.02, 0.03>, 0), Leather(<0.02, 0.02, 0.02>),
  Skin(<0.5, 0.3, 0.2>), Hair(<0.02, 0.015, 0.012>), 0, 0)

#if (Shown(1)) object { Walker rotate y * 78 translate <2.80, 0, 4.9> } #end
#if (Shown(2)) object { Signal_Head(1, 90) translate <1.35, 5.15, 7.3> } #end
#if (Shown(3)) object { Mannequin rotate y * 12 translate <-7.35, 0.6, 8.95> } #end
#if (Shown(4)) object { Stroller scale 0.97 translate <-2.3, 0, 214> } #end
#if (Shown(5)) object { Stroller scale 0.98 rotate y * 50 translate <2.6, 0, 218> } #end

#if (Scenery)
global_settings { Bounce_Light(60) }
Daylight(<-420, 520, -330> * 20, <1.55, 1.42, 1.22>, <0.10, 0.25, 0.62>, <0.62, 0.74, 0.88>, <1, 1, 1>)

// Road, crossing and pavements
plane { y, 0 texture { Asphalt } texture { Asphalt_Patches } }
#for (I, -3, 3) box { <I * 0.95 - 0.24, 0, 3.4>, <I * 0.95 + 0.24, 0.006, 6.4> texture { Road_Paint } } #end
box { <0.1, 0, 7.0>, <3.2, 0.006, 7.35> texture { Road_Paint } }
#for (I, 0, 30) box { <-0.07, 0, 8.5 + 6 * I>, <0.07, 0.006, 11.5 + 6 * I> texture { Road_Paint } } #end
#for (Side, -1, 1, 2)
  union {
    box { <3.45 * Side, -1, 7.3>, <14 * Side, 0.15, 230> Paving(<0.34, 0.32, 0.30>) }
    box { <3.30 * Side, -1, 7.12>, <3.45 * Side, 0.16, 230> texture { Kerb_Stone } }
    box { <3.30 * Side, -1, 7.12>, <20 * Side, 0.16, 7.3> texture { Kerb_Stone } }
  }
#end

// Houses: a corner house with the clothes shop on the left, a bakery on the right, rows behind them
union {
  object { House(5.4, 12, 4, 3, Brick_Wall(<0.36, 0.12, 0.07>), Plaster(<0.66, 0.61, 0.52>), <0.04, 0.10, 0.14>, "MODE", 1, 3) translate <-10.2, 0.15, 8.4> }
  object { House(11.9, 0.4, 4, 4, Brick_Wall(<0.36, 0.12, 0.07>), Plaster(<0.66, 0.61, 0.52>), <0.04, 0.10, 0.14>, "MODE", 0, 13) rotate -y * 90 translate <-4.48, 0.15, 8.45> }
  object { House(11.9, 0.4, 3, 4, Plaster(<0.70, 0.56, 0.34>), Plaster(<0.72, 0.68, 0.60>), <0.30, 0.07, 0.03>, "BAKERY", 0, 18) rotate y * 90 translate <4.68, 0.15, 20.35> }
  object { House(5.6, 12, 3, 3, Plaster(<0.70, 0.56, 0.34>), Plaster(<0.72, 0.68, 0.60>), <0.30, 0.07, 0.03>, "BAKERY", 0, 8) translate <5.0, 0.15, 8.4> }
  object { Awning(3.4, <0.42, 0.05, 0.04>) translate <5.4, 3.1, 8.38> }
}
#macro Row(Side, Start)
  #local Dice = seed(17 + Side);
  #local Z = Start;
  #local N = 0;
  #while (Z < 190)
    #local Deep = 11 + 7 * rand(Dice);
    #local Tint = rand(Dice);
    #local Wall = (Tint < 0.33 ? 1 : (Tint < 0.66 ? 2 : 3));
    object {
      #switch (Wall)
        #case (1) House(Deep, 10, 3 + floor(3 * rand(Dice)), 4, Brick_Wall(<0.40 + 0.1 * rand(Dice), 0.17, 0.10>), Plaster(<0.6, 0.57, 0.5>), <0.05, 0.12, 0.08>, "BOOKS", 0, N) #break
        #case (2) House(Deep, 10, 3 + floor(3 * rand(Dice)), 4, Plaster(<0.60, 0.55 + 0.06 * rand(Dice), 0.42>), Plaster(<0.72, 0.7, 0.64>), <0.14, 0.05, 0.15>, "TEA HOUSE", 0, N) #break
        #else House(Deep, 10, 3 + floor(3 * rand(Dice)), 4, Plaster(<0.42, 0.47, 0.52>), Plaster(<0.70, 0.7, 0.70>), <0.06, 0.10, 0.30>, "PHARMACY", 0, N)
      #end
      #if (Side < 0) rotate y * -90 translate <-4.6, 0.15, Z> #else rotate y * 90 translate <4.8, 0.15, Z + Deep> #end
    }
    #local Z = Z + Deep + 0.05;
    #local N = N + 1;
  #end
#end
Row(-1, 20.6)
Row(1, 20.6)

// Trees, lamps and the end of the street
#declare Lime = Tree(4.6, 1.75, <0.13, 0.30, 0.06>, 5)
#declare Maple = Tree(4.2, 1.6, <0.17, 0.30, 0.05>, 9)
#for (I, 0, 12)
  object { Lime rotate y * 77 * I translate <-4.0, 0.15, 17 + 15 * I> }
  object { Maple rotate y * 131 * I translate <4.2, 0.15, 14 + 15 * I> }
#end
#for (I, -9, 9) object { Lime scale 4 rotate y * 53 * I translate <I * 7, -9, 246 + 6 * mod(I + 10, 3)> } #end
sphere { 0, 1 scale <300, 20, 100> translate <0, -4, 380> pigment { rgb <0.10, 0.20, 0.08> } finish { diffuse 0.7 } }
#for (I, 0, 4) object { Street_Lamp() translate <-3.8, 0.15, 24 + 24 * I> } #end

// The signal's pole and arm, a sign, bins, bollards
union {
  object { Pole(5.6, 0.085) translate <3.85, 0.15, 7.75> }
  cylinder { <3.85, 5.35, 7.75>, <0.2, 5.15, 7.50>, 0.055 Metal(<0.30, 0.31, 0.31>) }
  cylinder { <1.35, 5.17, 7.50>, <1.35, 5.15, 7.38>, 0.03 Metal(<0.30, 0.31, 0.31>) }
}
object { Round_Sign() translate <-3.75, 0.15, 7.6> }
object { Litter_Bin() translate <4.55, 0.15, 8.0> }
object { Planter(4) translate <-4.3, 0.15, 8.05> }
object { Bicycle(<0.05, 0.20, 0.24>) rotate x * 6 rotate y * -94 translate <-4.15, 0.15, 10.6> }
#for (I, 0, 3) object { Bollard() translate <-5.2 - 1.2 * I, 0.15, 7.7> } #end

// Cars: one waits across the foreground, others park and come
object { Car(<0.03, 0.17, 0.10>) rotate y * 3 translate <3.62, 0, 1.15> }
object { Car(<0.62, 0.62, 0.60>) rotate y * -90 translate <-1.7, 0, 19> }
object { Car(<0.30, 0.03, 0.03>) rotate y * 90 translate <2.45, 0, 26> }
object { Car(<0.05, 0.06, 0.07>) rotate y * 90 translate <2.45, 0, 33> }
object { Van(<0.72, 0.72, 0.68>, <0.35, 0.20, 0.02>) rotate y * -90 translate <-1.8, 0, 46> }
#end
