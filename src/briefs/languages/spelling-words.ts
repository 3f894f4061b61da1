/**
 * Words of briefs that are no others without their accents, for those typed without any. Spanish ones in -ción and -sión need no
 * list.
 */
export const FRENCH_ACCENTED = `
  abonnés acceptée acceptées accessibilité accordéon accès achevée achète achèvement acquittée agréer
  aménagement annoté annulée année août après apéro arrivée arrête arrêter arrêtée arrêtés assemblée associé
  associée associés baptême bibliothèque bientôt bouclé bouclée bâche bénéficiaire café calculée calée caméras
  cendré chaîne château chèque chèques chère cinquième clichés clé clés clôture collègues comité complète
  complément concédée concédés confidentialité confrère confrérie conférence congé considère considération
  coopérative corrigé corrigée corrigés coût coûte coûtera coûterait crayonné crayonnés création crédit créneau
  cédé cédées cédés céramique cérémonie côté côtés delà demandée dernière derrière deuxième dictée distinguées
  données durée début débute débuter décale décembre décidé décollage décommande décompte dédit
  dédommagement définitif définitifs dégustation déjà délai délais démarrage démarre démarrer démarres démarrez
  départ dépasse dépassement dépasser déplacement dépliant déposer déposé déposée dépôt désiste désistement
  désolé désolée désormais détail détourés dîner employés endéans enlève entière entièrement entrée envoyé
  envoyés espèces exonéré exécution facturée fidélité fixée français frère funéraire février fête fêtes
  gagné goûter guidée gâteau gère général générale générales gérant gérante honorée honorées hébergement hôtel
  hôtes idéalement idée illimitée illimitées illimités illustrée imprimé impérativement inchangé indemnité indép
  interprète interprétation intégralité intégration intérieur intérieures intérêts invités journée journées
  jurée kiné levée livrée livrées ltée lumière lumières lâche mandatée mariée mariés matière matériel maître
  ministère modèle modèles moitié montée mère mètres mémo mémoire ménage métier métiers métrage même noël
  numérique numéro néant néerlandais opérations paraît passée payée payées payés pièce pièces plafonnée plaît
  plutôt posée première privée propriétaire propriété propriétés près préalable préavis précises précède
  précèdent précédant précédentes préfère prénom préparatifs prépare préparer présence présentation présente
  président présidente prévenant préviens prévient prévoir prévoit prévu prévue prévus prêt prête prêts père
  pénalité pénalités périmètre qualité quinzième rafraîchir rappelé refusée relevé relevés remboursés rentrée
  représenté représentée retouché retouchées retraités reçois reçoit reçu reçue reçues règle règlement règlent
  réalisé réalisée réalisées récap récapitulatif récapitule réception récital réclame récupère récupérer
  rédaction rédige réel régi régie région régisseur réglable réglables réglage réglages régler réglerons réglons
  réglée réglées réglés rémunération réparation répondre réponds répondu réponse répétition répétitions réseau
  réseaux réservation réserve réserver résidents résiliable résiliation résilie résumé réuni réunion révision
  révisions réécriture santé scène scénario scénographie secrétaire secrétariat signalétique siège société
  soirée soldée souhaitée soussigné supplément supprimée système séance séances séminaire série séries
  sérieusement sûre tarifée terminé thèse théâtre tombés totalité tournée transféré traîne trompé très trésorier
  trésorière téléphone tête tôt unité validée versés vidéo vidéos voilà voté véhicules vélo vérifier vétérinaire
  zéro à ça échange échantillons échelonné échelonnée échéance échéancier éclairage école écrire écris écrit
  écrits écriture écusson édition éditoriale église élève émission épisode épisodes épreuves équipe étage étages
  étais était étalonnage étant étape étapes état éteint étiquettes étude étudiants été évacuation évidemment
  événement événements êtes être
`.trim();

export const SPANISH_ACCENTED = `
  abonará acordeón acordó acá agradecería alemán algún allá almacén aprobó aquí artículo artículos asesoría así
  atrás auditoría automática automático automáticos avísame aéreos añade año años aún bastará bilingüe cabaña
  caché cafetería café campaña catálogo cervecería cerámica cláusula clínica cobrará cobraré comenzaré comité
  compañera compañía crédito cuñada cuñado cuñas cámara cámaras cápsulas cóbrame cómoda dará daña deberá decía
  decías demás depositará después diagnóstico didáctico diseñador diseño doña dueña dueño débito día días
  dólares electrónica empezaré empezarías entregará entregaré enviaré envío envíos escribió escribí español
  española estaría están estén facturará ferretería floristería fotografía fotografías fotógrafa fotógrafo
  francés frío galería garantía garantías gestión gestoría guía hablé había habíamos hacía hará haré haría
  heladería hostería hábil hábiles incluirá incluirán informático inglés intérprete jardín jurídica librería
  llegás llevás logística lámina láminas límite línea líquidos mamá masía matemáticas mañana mediodía menú
  mercería millón mié miércoles mándame más máster máx máxima máximo mía mínima mínimo mío módulos móvil música
  necesitaríamos niña niño niños nomás notaría número números otoño pagará pagarán pagarás pagaríamos panadería
  papelería papá país países pedí pedías peluquería pequeño perdón pidió platiqué podrá podrías podés pollería
  política portón prórroga próximo página páginas público quedaría querría querríamos quinceañero química razón
  recién recomendó rediseño reenvío regirá regirán resolvió reunión revisé reúne rápida rápido rótulo rótulos
  salió salón según será serán sería serían seña señal señalética seño señor señora señorita simultánea
  subtítulos sáb sábado sábados también tardó teléfono tendrá tendría tendrías tenés tenía teníamos tesorería
  todavía españa españoles españolas topográfico tutoría técnica técnicas técnico términos tés vehículo veintiséis veintitrés venía viáticos
  viña viñetas votó víspera zaguán álbum éxito índice óptica última últimas último últimos única único
`.trim();
