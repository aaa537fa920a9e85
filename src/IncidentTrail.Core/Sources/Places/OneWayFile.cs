using System.Runtime.InteropServices;
using System.Text;

namespace IncidentTrail.Sources.Places;

/// <summary>
/// A path that is no regular file, such as <c>/dev/stdin</c> or a named pipe: what comes from it comes once and in its time, so
/// it is opened once, and neither its size nor its beginning is asked for before.
/// </summary>
internal static class OneWayFile
{
    private const int TypeOfFile = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>True where the path leads to a pipe, a terminal or a device. False where nobody knows.</summary>
    internal static bool Is(string path)
    {
        if (OperatingSystem.IsWindows())
            return false;
        try
        {
            // .NET tells a pipe from a file nowhere without opening it, which waits until somebody writes.
            return Stat([.. Encoding.UTF8.GetBytes(path), 0], out var status) == 0
                && (status.Mode & TypeOfFile) is not (Regular or Folder);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Opens it and waits for its first bytes, as long as nobody stops it.</summary>
    internal static async ValueTask<Stream> OpenAsync(string path, CancellationToken token)
    {
        var opening = Task.Run(() => SharedFile.Open(path), CancellationToken.None);
        try
        {
            var stream = new OneWayStream(await opening.WaitAsync(token).ConfigureAwait(false), token);
            var begins = false;
            try
            {
                begins = await stream.BeginsAsync().ConfigureAwait(false);
            }
            finally
            {
                if (!begins)
                    await stream.DisposeAsync().ConfigureAwait(false);
            }
            if (begins)
                return stream;
        }
        catch (OperationCanceledException)
        {
            // Once a writer comes, or never.
            _ = opening.ContinueWith(opened => opened.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);
            throw;
        }
        throw new TrailSourceException(new TrailFault(
            TrailFaultKind.ReadFailed, path, $"{path} is empty: nothing came from it.", EngineRemedies.NothingCame));
    }

    /// <summary>
    /// Opens a file of a copy, which no pipe is: it would be waited for until somebody writes, and nobody does. Throws
    /// <see cref="TrailSourceException"/> where it is one.
    /// </summary>
    internal static FileStream OpenCopy(string path) => Is(path)
        ? throw new TrailSourceException(new TrailFault(
            TrailFaultKind.ReadFailed, path, $"{path} is a pipe or a device, and no copy of a file.", EngineRemedies.NoCopy))
        : SharedFile.Open(path);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, out FileStatus status);

    // What .NET's own library fills in: the first two fields have been these in every version, and there is room for more.
    [StructLayout(LayoutKind.Sequential, Size = 512)]
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
    }
}
