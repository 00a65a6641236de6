// Picture "warehouse": an aisle. Targets: 1 worker behind a pallet of cartons, 2 cat on a carton.
#include "measure.inc"
#include "materials.inc"
#include "sky.inc"
#include "animals.inc"
#include "car.inc"
#include "warehouse.inc"
#default { finish { ambient 0 } }

camera { location <0.15, 1.75, -5.2> right x * 1.6 * Wide up y * Wide direction <0, -0.02, 1.22> }

#declare Safety_Vest = texture {
  pigment {
    gradient y
    color_map {
      [0.00 rgb <0.06, 0.09, 0.20>] [0.02 rgb <0.86, 0.24, 0.02>] [0.20 rgb <0.86, 0.24, 0.02>] [0.20 rgb <0.78, 0.78, 0.66>]
      [0.28 rgb <0.78, 0.78, 0.66>] [0.28 rgb <0.86, 0.24, 0.02>] [0.46 rgb <0.86, 0.24, 0.02>] [0.46 rgb <0.78, 0.78, 0.66>]
      [0.54 rgb <0.78, 0.78, 0.66>] [0.54 rgb <0.86, 0.24, 0.02>] [1.00 rgb <0.86, 0.24, 0.02>]
    }
    scale 0.72 translate y * 0.79
  }
  normal { wrinkles 0.3 scale <0.10, 0.16, 0.10> }
  finish { diffuse 0.85 specular 0.05 }
}
#declare Worker = union {
  object { Person(0.90, <3, 4, 0>, <-4, 3, 0>, <30, 9, 62>, <18, 10, 40>, Safety_Vest, Cloth(<0.05, 0.07, 0.14>, 0.3),
    Leather(<0.08, 0.05, 0.03>), Skin(<0.66, 0.42, 0.30>), Hair(<0.02, 0.015, 0.012>), 0, 22) }
  object { Hard_Hat(<0.82, 0.58, 0.03>) rotate y * 22 translate <0, 1.625, -0.012> }
}
#declare Figure = union {
  object { Person(0.90, <4, 3, 0>, <-3, 3, 0>, <120, 22, 30>, <2, 12, 20>, Cloth(<0.05, 0.22, 0.46>, 0.2), Cloth(<0.06, 0.07, 0.10>, 0.2),
    Leather(<0.05, 0.04, 0.03>), Skin(<0.72, 0.48, 0.35>), Hair(<0.03, 0.02, 0.015>), 0, 0) }
  object { Hard_Hat(<0.80, 0.80, 0.78>) translate <0, 1.625, -0.012> }
}

#if (Shown(1)) object { Worker rotate y * -14 translate <-0.98, 0, 1.0> } #end
#if (Shown(2)) object { Cat(Fur(<0.42, 0.20, 0.06>, <0.22, 0.09, 0.03>), Fur(<0.80, 0.74, 0.66>, <0.80, 0.74, 0.66>)) rotate y * -55 scale 1.12 translate <1.52, 0.98, -0.55> } #end
#if (Shown(3)) object { Bear(Fur(<0.30, 0.15, 0.06>, <0.30, 0.15, 0.06>), Fur(<0.66, 0.48, 0.30>, <0.66, 0.48, 0.30>)) scale 0.95 rotate y * 22 translate <2.27, 0.40, -0.42> } #end
#if (Shown(4)) object { Figure scale <0.96, 0.96, 0.02> rotate y * -16 translate <1.72, 0.14, 4.64> } #end

#if (Scenery)
global_settings { Bounce_Light(70) }

// Hall: floor with marks, walls, roof, lamps, a rolling door and daylight from its windows
plane { y, 0
  texture {
    pigment { granite turbulence 0.3 color_map { [0 rgb 0.20] [0.5 rgb 0.27] [1 rgb 0.34] } scale 3 }
    finish { diffuse 0.7 specular 0.3 roughness 0.02 reflection { 0.04, 0.28 fresnel on } conserve_energy }
    normal { granite 0.02 scale 0.5 }
  }
}
#for (Side, -1, 1, 2) box { <2.45 * Side - 0.05, 0, -10>, <2.45 * Side + 0.05, 0.003, 24> pigment { rgb <0.72, 0.50, 0.02> } finish { diffuse 0.7 specular 0.2 } } #end
box { <-12, -0.1, -12>, <12, 8.5, 27> hollow
  texture { pigment { gradient x color_map { [0 rgb 0.58] [0.92 rgb 0.58] [1 rgb 0.40] } scale 0.5 } finish { diffuse 0.8 } } }
#for (I, 0, 7)
  union {
    box { <-12, 7.2, -9 + 5 * I>, <12, 7.35, -8.85 + 5 * I> }
    box { <-12, 8.2, -9 + 5 * I>, <12, 8.35, -8.85 + 5 * I> }
    #for (D, -8, 7) cylinder { <D * 1.5, 7.3, -8.92 + 5 * I>, <D * 1.5 + 0.75, 8.25, -8.92 + 5 * I>, 0.035 } cylinder { <D * 1.5 + 0.75, 8.25, -8.92 + 5 * I>, <D * 1.5 + 1.5, 7.3, -8.92 + 5 * I>, 0.035 } #end
    Metal(<0.30, 0.32, 0.34>)
  }
#end
#for (I, 0, 5)
  light_source { <0, 6.75, -6.5 + 5.5 * I> rgb <1.0, 0.97, 0.90> * 0.52 fade_distance 5 fade_power 2 area_light x * 0.35, z * 1.6, 2, 4 adaptive 1
    looks_like { box { <-0.16, 0, -0.9>, <0.16, 0.06, 0.9> texture { pigment { rgb 1 } finish { emission 1.6 } } } } }
  box { <-0.22, 6.83, -7.45 + 5.5 * I>, <0.22, 6.95, -5.55 + 5.5 * I> Metal(<0.5, 0.5, 0.5>) }
#end
union {
  #for (I, 0, 22) cylinder { <-2.4, 0.09 + I * 0.18, 26.9>, <2.4, 0.09 + I * 0.18, 26.9>, 0.095 } #end
  Metal(<0.42, 0.46, 0.50>)
}
box { <-2.6, 0, 26.75>, <-2.4, 4.3, 27> Metal(<0.60, 0.45, 0.03>) }
box { <2.4, 0, 26.75>, <2.6, 4.3, 27> Metal(<0.60, 0.45, 0.03>) }
box { <-2.6, 4.2, 26.75>, <2.6, 4.5, 27> Metal(<0.60, 0.45, 0.03>) }
#for (I, -3, 3) box { <I * 3 - 1.1, 5.2, 26.95>, <I * 3 + 1.1, 6.6, 26.99> texture { pigment { rgb <0.80, 0.90, 1.0> } finish { emission 1.1 } } } #end
light_source { <0, 6, 25> rgb <0.75, 0.88, 1.0> * 0.35 shadowless fade_distance 9 fade_power 2 }

// Racks on both sides
#for (I, 0, 6)
  object { Rack_Bay(3, 41 + I) rotate y * 90 translate <2.85, 0, 2.9 + 2.85 * I> }
  object { Rack_Bay(3, 71 + I) rotate y * -90 translate <-2.85, 0, 1.2 + 2.85 * I> }
#end

// In front: cartons that hide part of the worker, the cat's carton, the cut-out's board, a pallet truck's load
#declare Dice = seed(5);
union {
  object { Pallet() }
  object { Carton(0.56, 0.42, 0.45, 1.1, Dice) translate <0.02, 0.14, 0.02> }
  object { Carton(0.58, 0.42, 0.45, 1.0, Dice) translate <0.60, 0.14, 0.04> }
  object { Carton(0.50, 0.30, 0.42, 1.15, Dice) rotate y * 6 translate <0.10, 0.56, 0.06> }
  object { Carton(0.50, 0.36, 0.42, 0.95, Dice) translate <0.66, 0.56, 0.04> }
  object { Carton(1.16, 0.44, 0.45, 1.05, Dice) translate <0.02, 0.14, 0.52> }
  rotate y * -8 translate <-1.95, 0, -0.25>
}
union {
  object { Carton(0.72, 0.52, 0.55, 1.12, Dice) }
  object { Carton(0.60, 0.46, 0.48, 0.98, Dice) rotate -y * 9 translate <0.05, 0.52, 0.02> }
  object { Carton(0.50, 0.40, 0.44, 1.05, Dice) rotate y * 14 translate <0.86, 0, 0.12> }
  translate <1.18, 0, -0.80>
}
union {  // a roll-up banner: the figure on it is printed
  box { <-0.46, 0.08, 0.03>, <0.46, 2.12, 0.035> pigment { gradient y color_map { [0 rgb <0.70, 0.74, 0.76>] [0.75 rgb 0.80] [0.75 rgb <0.02, 0.20, 0.42>] [1 rgb <0.02, 0.20, 0.42>] } scale 2.5 } finish { diffuse 0.8 } }
  text { ttf "cyrvetic.ttf", "SAFETY FIRST", 0.005, 0 scale <0.128, 0.16, 1> translate <-0.42, 1.945, 0.02> pigment { rgb 0.9 } }
  box { <-0.48, 0, -0.10>, <0.48, 0.09, 0.14> Metal(<0.35, 0.36, 0.37>) }
  box { <-0.47, 2.10, 0.02>, <0.47, 2.14, 0.05> Metal(<0.35, 0.36, 0.37>) }
  rotate y * -16 translate <1.72, 0, 4.64>
}
object { Forklift() rotate y * -24 translate <0.95, 0, 9.6> }
union {
  object { Pallet() } union { Stack(1.12, 1.0, 0.95, 99) translate <0.04, 0.14, 0.02> } translate <-1.9, 0, 8.4>
}
// A wrapping machine with its signal tower
union {
  cylinder { 0, y * 0.12, 0.85 Metal(<0.14, 0.15, 0.16>) }
  box { <0.85, 0, -0.20>, <1.20, 2.3, 0.20> Paint(<0.05, 0.22, 0.36>) }
  box { <0.83, 0.9, -0.28>, <1.0, 1.3, -0.16> Plastic(<0.6, 0.6, 0.58>) }
  object { Signal_Tower(0.25) translate <1.02, 2.3, 0> }
  translate <-2.0, 0, 12.5>
}
#end
