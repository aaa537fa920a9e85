using System.Runtime.Intrinsics.X86;

namespace IncidentTrail.Tests.Records;

/// <summary>A fact of vectors that only some processors have; elsewhere it is left out, and says so.</summary>
public sealed class Avx2FactAttribute : FactAttribute
{
    /// <summary>Makes it.</summary>
    public Avx2FactAttribute()
    {
        if (!Avx2.IsSupported)
            Skip = "This processor has no AVX2: the vectors are not compared with their portable twin.";
    }
}
