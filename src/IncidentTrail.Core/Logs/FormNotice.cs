using IncidentTrail.Forms;

namespace IncidentTrail.Logs;

/// <summary>What is said of a form. Texts that come one by one are one input: of them it is said once.</summary>
internal readonly record struct FormNotice(LogForm Form, TrailNotice Notice);
