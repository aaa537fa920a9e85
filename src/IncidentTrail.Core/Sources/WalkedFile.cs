namespace IncidentTrail.Sources;

/// <summary>A file that was met below a folder, or what is to be said of a folder that is not read.</summary>
/// <param name="Folder">The full path of the folder it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">What the folders above it tell.</param>
/// <param name="Notice">What is to be said; null for a file.</param>
internal readonly record struct WalkedFile(string Folder, string Name, LogFolder Place, TrailNotice? Notice);
